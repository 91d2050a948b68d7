import type { Issue } from '../read/source.js';
import type { AnnotatedOptions } from './annotated.js';
import { blanksOnLine, cut } from './one-line.js';
import { remarksInWords, unsaid } from './remarks.js';

/** Less than this of a line is not worth showing. */
const LEAST = 20;

/** Text that is no JSON, its lines numbered, and the issues below it; of a long text the start and the end. Never throws. */
export function annotatedText(text: string, issues: readonly Issue[], { maxLength = 4000 }: AnnotatedOptions = {}): string {
  const remarks = remarksInWords(issues).map((remark) => `✗ ${remark}`);
  return [...numbered(text.split('\n'), maxLength), '', ...remarks, ...unsaid(issues)].join('\n');
}

function numbered(lines: readonly string[], most: number): readonly string[] {
  const shown = lines.map((line, index) => `${index + 1} | ${blanksOnLine(line)}`);
  if (shown.reduce((sum, line) => sum + line.length + 1, -1) <= most) return shown;
  const half = Math.floor(most / 2) - 1;
  const first = fitting(shown, half, cut);
  const last = fitting([...shown].reverse(), half, endOf).reverse();
  return [...first, ...(first.length + last.length < shown.length ? ['…'] : []), ...last];
}

/** Whole lines, and what still fits of the next one. */
function fitting(lines: readonly string[], most: number, cutLine: (line: string, most: number) => string): string[] {
  const taken: string[] = [];
  let left = most;
  for (const line of lines) {
    if (line.length < left) {
      taken.push(line);
      left -= line.length + 1;
      continue;
    }
    if (left > LEAST) taken.push(cutLine(line, left - 1));
    break;
  }
  return taken;
}

function endOf(line: string, most: number): string {
  const number = line.slice(0, line.indexOf('|') + 2);
  return `${number}…${line.slice(line.length - most + number.length + 1).replace(/^[\udc00-\udfff]/, '')}`;
}
