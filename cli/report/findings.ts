import { listed } from '../arguments.js';
import { line, type Part } from './line.js';
import type { Page, Style } from './page.js';
import type { Finding } from './report.js';
import { counted, indent, printable, wrap } from './text.js';

const COLOR: Record<Finding['severity'], Style> = { error: 'red', warning: 'yellow', info: 'blue' };

/** Findings for people: where, what is wrong and why it matters, what to do. Notes only with `--verbose`. */
export function findingsText(findings: readonly Finding[], page: Page): string {
  const shown = findings.filter((finding) => page.verbose || finding.severity !== 'info');
  return shown.map((finding) => findingText(finding, page)).join('\n\n');
}

export function findingText(finding: Finding, page: Page): string {
  const { severity } = finding;
  const head = [
    { text: severity, styles: ['bold', COLOR[severity]] as const },
    { text: finding.code, styles: ['dim'] as const },
    { text: place(finding), styles: ['bold'] as const },
  ];
  const lines = [line(head, '  ', page)];
  for (const each of wrap(printable(finding.message), page.width - 2)) lines.push(`  ${each}`);
  if (finding.frame !== undefined) lines.push('', indent(printable(finding.frame), 2), '');
  if (finding.also && finding.also.length > 0)
    for (const each of wrap(printable(`Also in ${listed(finding.also).replace(/ or ([^,]*)$/, ' and $1')}.`), page.width - 2))
      lines.push(`  ${page.style('dim', each)}`);
  for (const each of wrap(printable(finding.help), page.width - 2)) lines.push(`  ${page.style('cyan', each)}`);
  if (page.verbose && finding.stack !== undefined) lines.push(page.style('dim', indent(printable(finding.stack), 4)));
  return lines.join('\n');
}

/** `2 errors, 1 warning`; and how to see the notes that were left out. */
export function findingsSummary(findings: readonly Finding[], page: Page): Part[] {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const parts: Part[] = (['error', 'warning'] as const)
    .filter((severity) => count(severity) > 0)
    .map((severity) => ({ text: counted(count(severity), severity), styles: [COLOR[severity]] }));
  const notes = count('info');
  return notes === 0 ? parts : [...parts, { text: `${counted(notes, 'note')}${page.verbose ? '' : ' (--verbose shows them)'}` }];
}

function place(finding: Finding): string {
  const { file, line: row, column, address, path } = finding;
  const position = file !== null && row !== null ? `${file}:${row}${column === null ? '' : `:${column}`}` : undefined;
  if (position === undefined) return [address === '' ? (file ?? '') : address, path].filter((part) => part !== '').join('  ');
  return [position, path].filter((part) => part !== '').join('  ');
}
