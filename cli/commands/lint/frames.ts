import { resolve } from 'node:path';
import { readText } from '../../load/text.js';
import { frame } from '../../report/frame.js';
import type { Finding } from '../../report/report.js';
import type { SourceFiles } from '../../source/files.js';

/** Shows the lines around what is wrong. */
export function framed(findings: readonly Finding[], sources: SourceFiles, cwd: string): readonly Finding[] {
  const texts = new Map<string, string | undefined>();
  const textOf = (file: string): string | undefined => {
    if (!texts.has(file)) texts.set(file, sources.parsed(resolve(cwd, file))?.text ?? readable(resolve(cwd, file), file));
    return texts.get(file);
  };
  return findings.map((finding) => {
    const { file, line, column, severity } = finding;
    if (file === null || line === null || column === null || severity === 'info') return finding;
    const text = textOf(file);
    return text === undefined ? finding : { ...finding, frame: frame(text, line, column) };
  });
}

function readable(file: string, shown: string): string | undefined {
  try {
    return readText(file, shown);
  } catch {
    return undefined;
  }
}
