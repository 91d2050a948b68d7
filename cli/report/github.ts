import { inRepository, type Page } from './page.js';
import type { Finding, Report } from './report.js';

const COMMANDS: Record<Finding['severity'], string> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Workflow commands, from which GitHub Actions makes annotations on the lines of a change (documented: actions, "Workflow commands").
 * A finding without a file is an annotation of the run.
 */
export function github({ findings }: Report, { prefix }: Pick<Page, 'prefix'>): string {
  return findings.map((finding) => annotation(finding, prefix)).join('');
}

function annotation(finding: Finding, prefix: string): string {
  const { severity, rule, command, file, line, column, address, path, message, help } = finding;
  const place = [
    ['file', file === null ? null : inRepository(file, prefix)],
    ['line', line],
    ['col', column],
    ['title', `bascule${command === undefined ? '' : ` ${command}`}: ${rule}`],
  ].filter(([, value]) => value !== null);
  const where = [address, path].filter((part) => part !== '').join(' ');
  const text = `${where === '' ? '' : `${where}: `}${message} ${help}`;
  return `::${COMMANDS[severity]} ${place.map(([name, value]) => `${name}=${inProperty(String(value))}`).join(',')}::${inText(text)}\n`;
}

function inText(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function inProperty(text: string): string {
  return inText(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
