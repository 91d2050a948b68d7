import { version } from '../package.js';
import type { Finding, Report } from './report.js';

/** The report for machines: one JSON document, on one line where a run has several. */
export function json(report: Report): string {
  const document = {
    bascule: version(),
    command: report.command,
    exit: report.exit,
    findings: report.findings.map((finding) => plain(finding, report.command)),
    ...report.data,
  };
  return `${report.repeated ? JSON.stringify(document) : JSON.stringify(document, null, 2)}\n`;
}

function plain({ frame, stack, command, ...finding }: Finding, ran: string): Finding {
  return { command: command ?? ran, ...finding };
}
