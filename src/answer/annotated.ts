import { isRecord } from '../ir/json.js';
import type { Issue } from '../read/source.js';
import type { Lowered } from './lowered.js';
import { blanksOnLine, textOnLine } from './one-line.js';
import { DEEPEST, type Remarks, remarksOf, unsaid } from './remarks.js';

export { annotatedText } from './annotated-text.js';

export interface AnnotatedOptions {
  /** Most characters, but that issues and what leads to them are never left out. Default 4000. */
  readonly maxLength?: number;
}

/** How much is shown of what has no issue. */
interface Detail {
  /** Characters of a text or a key; twice as many of a text that has an issue. */
  readonly text: number;
  /** Items or properties at the start of a list or an object. */
  readonly parts: number;
}

const DETAILS: readonly Detail[] = [
  { text: Number.POSITIVE_INFINITY, parts: Number.POSITIVE_INFINITY },
  { text: 200, parts: Number.POSITIVE_INFINITY },
  { text: 200, parts: 20 },
  { text: 100, parts: 6 },
  { text: 80, parts: 2 },
];
const LEAST: Detail = { text: 60, parts: 0 };

/**
 * A wire value as indented JSON with each issue beside the offending value, as a comment: words for a model that is to correct itself.
 * Of more than 30 issues the rest is counted, and a message longer than 500 characters is cut. Without `lowered` the paths of the issues
 * are taken for paths of the wire value. Never throws.
 */
export function annotated(
  lowered: Lowered | undefined,
  wire: unknown,
  issues: readonly Issue[],
  { maxLength = 4000 }: AnnotatedOptions = {},
): string {
  const remarks = remarksOf(lowered, wire, issues);
  const more = unsaid(issues);
  for (const detail of DETAILS) {
    const lines = new Lines(detail, maxLength).of(wire, remarks, more);
    if (lines) return lines;
  }
  return new Lines(LEAST, Number.POSITIVE_INFINITY).of(wire, remarks, more) ?? '';
}

class Lines {
  readonly #lines: string[] = [];
  readonly #detail: Detail;
  #left: number;

  constructor(detail: Detail, maxLength: number) {
    this.#detail = detail;
    this.#left = maxLength >= 0 ? maxLength + 1 : 0;
  }

  /** Undefined where it is too long. */
  of(value: unknown, remarks: Remarks, more: readonly string[]): string | undefined {
    this.#value(value, remarks, '', '', '', 0);
    for (const line of more) this.#line(line);
    return this.#left < 0 ? undefined : this.#lines.join('\n');
  }

  #line(text: string, remarks?: Remarks): void {
    const line = remarks && remarks.here.length > 0 ? `${text} // ✗ ${remarks.here.join(' ✗ ')}` : text;
    this.#left -= line.length + 1;
    this.#lines.push(line);
  }

  #value(value: unknown, remarks: Remarks | undefined, indent: string, before: string, after: string, depth: number): void {
    const isList = Array.isArray(value);
    if (!isList && !isRecord(value)) {
      this.#line(`${indent}${before}${this.#scalar(value, remarks)}${after}`, remarks);
      return;
    }
    const [open, close] = isList ? ['[', ']'] : ['{', '}'];
    const keys = isList ? undefined : Object.keys(value);
    const count = isList ? value.length : (keys?.length ?? 0);
    const parts = depth < DEEPEST ? this.#detail.parts : 0;
    if (count === 0 || (parts === 0 && !remarks?.below.size)) {
      this.#line(`${indent}${before}${open}${count === 0 ? '' : '…'}${close}${after}`, remarks);
      return;
    }
    this.#line(`${indent}${before}${open}`, remarks);
    const inside = `${indent}  `;
    let skipped = 0;
    for (let index = 0; index < count && this.#left >= 0; index++) {
      const key = keys?.[index];
      const below = remarks?.below.get(key ?? String(index));
      const child = isList ? value[index] : (value as Record<string, unknown>)[key as string];
      // The first property often tells which one it is: the key of an entry, the id of a node, the name of an option.
      const names = index === 0 && !isList && (typeof child !== 'object' || child === null);
      if (!below && !names && index >= parts) {
        skipped++;
        continue;
      }
      this.#leftOut(inside, skipped);
      skipped = 0;
      const name = key === undefined ? '' : `${textOnLine(key, this.#detail.text)}: `;
      this.#value(child, below, inside, name, index < count - 1 ? ',' : '', depth + 1);
    }
    this.#leftOut(inside, skipped);
    this.#line(`${indent}${close}${after}`);
  }

  #leftOut(indent: string, count: number): void {
    if (count > 0) this.#line(`${indent}… (${count} left out)`);
  }

  #scalar(value: unknown, remarks: Remarks | undefined): string {
    if (typeof value === 'string') return textOnLine(value, remarks ? this.#detail.text * 2 : this.#detail.text);
    return blanksOnLine(String(value ?? null));
  }
}
