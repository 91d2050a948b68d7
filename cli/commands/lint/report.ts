import type { ConfigOverride } from '../../../src/config.js';
import { type Levels, type LintFinding, lint, subjectOf } from '../../../src/lint/engine.js';
import { EXIT, gravest } from '../../exit.js';
import { placeOf } from '../../report/diagnostics.js';
import { failureFinding } from '../../report/failures.js';
import { findingsSummary } from '../../report/findings.js';
import { line } from '../../report/line.js';
import type { Listing } from '../../report/listing.js';
import type { Finding } from '../../report/report.js';
import { counted } from '../../report/text.js';
import type { Result, Work } from '../../work.js';
import type { Context } from '../command.js';

/** What the rules find in the schemas; what could not be loaded is told too, and is never clean. */
export function lintListing(
  { cwd }: Pick<Context, 'cwd'>,
  { loaded, results }: Work,
  levels: (overrides: readonly ConfigOverride[]) => Levels,
  most: number,
): Listing {
  const failures = loaded.failures.map((failure) => failureFinding(failure, cwd));
  const found = results.flatMap((result) => findingsIn(result, levels(result.overrides), cwd));
  const count = (severity: Finding['severity']) => found.filter((finding) => finding.severity === severity).length;
  const tooMany = count('warning') > most;
  return {
    command: 'lint',
    exit: gravest(failures.length > 0 ? EXIT.FAILURE : EXIT.CLEAN, count('error') > 0 || tooMany ? EXIT.FINDINGS : EXIT.CLEAN),
    findings: [...failures, ...found],
    data: { schemas: results.length },
    summary(findings, page) {
      const counts = findingsSummary(findings, page);
      const summary =
        counts.length === 0
          ? `${counted(results.length, 'schema')}, nothing to complain of.`
          : `${counted(results.length, 'schema')}: ${line(counts, ', ', page)}.`;
      const limit = tooMany ? `That is more than the ${counted(most, 'warning')} that --max-warnings allows.` : '';
      return [summary, limit].filter((part) => part !== '').join(' ');
    },
  };
}

function findingsIn({ schema, compiled, diagnostics, target }: Result, levels: Levels, cwd: string): readonly Finding[] {
  const subject = subjectOf(compiled, diagnostics, target);
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
