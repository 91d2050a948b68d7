import { type Levels, type LintFinding, lint, subjectOf } from '../../../src/lint/engine.js';
import { target as targetNamed } from '../../../src/targets/index.js';
import type { TargetProfile } from '../../../src/targets/profile.js';
import { EXIT, gravest } from '../../exit.js';
import { placeOf } from '../../report/diagnostics.js';
import { failureFinding } from '../../report/failures.js';
import { findingsSummary, findingsText } from '../../report/findings.js';
import { line } from '../../report/line.js';
import type { Finding, Report } from '../../report/report.js';
import { counted } from '../../report/text.js';
import type { Result, Work } from '../../work.js';
import type { Context } from '../command.js';
import type { LintOptions } from './index.js';
import type { RequestsFound } from './requests.js';

/** What was looked at. */
interface Looked extends RequestsFound {
  readonly schemas?: Work;
}

/** What the rules find in the schemas and requests; what could not be loaded is told too, and is never clean. */
export function lintReport(
  { cwd, options }: Context<LintOptions>,
  { schemas, requests, findings: inRequests, failures: unloaded }: Looked,
  levels: Levels,
  most: number,
): Report {
  const results = schemas?.results ?? [];
  const failures = [...(schemas?.loaded.failures ?? []), ...unloaded].map((failure) => failureFinding(failure, cwd));
  const targeted = targetNamed(options.target ?? 'claude');
  const found = [
    ...results.flatMap((result) => findingsIn(result, levels, targeted.profile as TargetProfile, cwd)),
    ...inRequests,
  ];
  const looked = [
    ...(schemas ? [counted(results.length, 'schema')] : []),
    ...(requests > 0 ? [counted(requests, 'request')] : []),
  ].join(' and ');
  const findings = [...failures, ...found];
  const count = (severity: Finding['severity']) => found.filter((finding) => finding.severity === severity).length;
  const tooMany = count('warning') > most;
  return {
    command: 'lint',
    exit: gravest(failures.length > 0 ? EXIT.FAILURE : EXIT.CLEAN, count('error') > 0 || tooMany ? EXIT.FINDINGS : EXIT.CLEAN),
    findings,
    data: { schemas: results.length, ...(requests > 0 && { requests }) },
    pretty(page) {
      const counts = findingsSummary(findings, page);
      const summary =
        counts.length === 0
          ? `${looked}, nothing to complain of.`
          : `${looked === '' ? 'Nothing could be looked at' : looked}: ${line(counts, ', ', page)}.`;
      const limit = tooMany ? `That is more than the ${counted(most, 'warning')} that --max-warnings allows.` : '';
      return [findingsText(findings, page), [summary, limit].filter((part) => part !== '').join(' ')]
        .filter((part) => part !== '')
        .join('\n\n');
    },
  };
}

function findingsIn(
  { schema, compiled, diagnostics }: Result,
  levels: Levels,
  target: TargetProfile,
  cwd: string,
): readonly Finding[] {
  const subject = subjectOf(compiled, diagnostics, compiled?.target ?? target);
  return lint(subject, levels).map(({ rule, severity, path, message, help }: LintFinding) => ({
    ...placeOf(schema, path, cwd),
    severity,
    rule,
    code: rule,
    address: schema.address,
    path: schema.origin(path),
    message,
    help,
  }));
}
