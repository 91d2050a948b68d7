import { relative, sep } from 'node:path';
import { EXIT } from '../exit.js';
import type { Failure } from '../failure.js';
import { findingsText } from './findings.js';
import type { Finding, Report } from './report.js';

/** A path as reports show it: relative to the working folder where it lies in it, with `/` on every system. */
export function shown(file: string, cwd: string): string {
  const path = relative(cwd, file);
  return (path === '' ? '.' : path.startsWith('..') ? file : path).split(sep).join('/');
}

export function failureFinding(failure: Failure, cwd: string): Finding {
  const { code, message, help, address = '', file, line, column, frame, cause } = failure.about;
  return {
    file: file === undefined ? null : shown(file, cwd),
    line: line ?? null,
    column: column ?? null,
    severity: 'error',
    rule: code,
    code,
    address,
    path: '',
    message,
    help,
    ...(frame === undefined ? {} : { frame }),
    ...(cause instanceof Error && cause.stack !== undefined ? { stack: cause.stack } : {}),
  };
}

/** The report of a command that could not start its work. */
export function failureReport(command: string, failure: Failure, cwd: string): Report {
  const findings = [failureFinding(failure, cwd)];
  return { command, exit: EXIT.FAILURE, findings, data: {}, failed: true, pretty: (page) => findingsText(findings, page) };
}

/** A report of a run in which more failed than its command knows. */
export function withFailures(report: Report, failures: readonly Failure[], cwd: string): Report {
  if (failures.length === 0) return report;
  const findings = failures.map((failure) => failureFinding(failure, cwd));
  const { command, parts } = report;
  return {
    ...report,
    exit: EXIT.FAILURE,
    findings: [...findings, ...report.findings],
    ...(parts && { parts: [{ command, exit: EXIT.FAILURE, findings }, ...parts] }),
    pretty: (page) => [findingsText(findings, page), report.pretty(page)].filter((text) => text !== '').join('\n\n'),
  };
}
