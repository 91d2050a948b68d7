import { EXIT, gravest } from '../../exit.js';
import { type Changed, makeChanges } from '../../fix/index.js';
import { failureFinding } from '../../report/failures.js';
import { findingsSummary } from '../../report/findings.js';
import { line } from '../../report/line.js';
import type { Listing } from '../../report/listing.js';
import type { Finding } from '../../report/report.js';
import { counted } from '../../report/text.js';
import type { Work } from '../../work.js';
import type { Context } from '../command.js';
import { linted } from './findings.js';
import type { LevelsFor } from './levels.js';
import type { RequestsFound } from './requests.js';

/** What was looked at. */
export interface Looked extends RequestsFound {
  readonly schemas?: Work;
}

const NOTHING = { findings: [], passed: [] };

/** What the rules find in the schemas and requests; what could not be loaded is told too, and is never clean. */
export function lintListing(
  { cwd }: Pick<Context, 'cwd'>,
  { schemas, requests, findings: inRequests, failures: unloaded }: Looked,
  levels: LevelsFor,
  most: number,
  fixed?: Changed,
): Listing {
  const results = schemas?.results ?? [];
  const failures = [...(schemas?.loaded.failures ?? []), ...unloaded].map((failure) => failureFinding(failure, cwd));
  const { findings: inSchemas, passed } = schemas ? linted(schemas, levels, cwd) : NOTHING;
  const found = [...inSchemas, ...inRequests];
  const looked = [
    ...(schemas ? [counted(results.length, 'schema')] : []),
    ...(requests > 0 ? [counted(requests, 'request')] : []),
  ].join(' and ');
  const count = (severity: Finding['severity']) => found.filter((finding) => finding.severity === severity).length;
  const tooMany = count('warning') > most;
  return {
    command: 'lint',
    exit: gravest(failures.length > 0 ? EXIT.FAILURE : EXIT.CLEAN, count('error') > 0 || tooMany ? EXIT.FINDINGS : EXIT.CLEAN),
    findings: [...failures, ...found],
    data: {
      schemas: results.length,
      ...(requests > 0 && { requests }),
      suppressed: passed.length,
      ...(fixed && { fixed: fixed.count, files: fixed.files }),
    },
    summary(findings, page) {
      const counts = findingsSummary(findings, page);
      const over = passed.length === 0 ? '' : ` ${counted(passed.length, 'finding')} passed over, as comments ask.`;
      const summary =
        counts.length === 0
          ? `${looked}, nothing to complain of.${over}`
          : `${looked === '' ? 'Nothing could be looked at' : looked}: ${line(counts, ', ', page)}.${over}`;
      const limit = tooMany ? `That is more than the ${counted(most, 'warning')} that --max-warnings allows.` : '';
      const mended = fixed
        ? `${counted(fixed.count, 'fix')} made${fixed.count === 0 ? '' : ` in ${fixed.files.join(', ')}`}.`
        : '';
      return [mended, summary, limit].filter((part) => part !== '').join(' ');
    },
  };
}

/** A change can make room for another; more often than this, two of them undo each other. */
const MOST_PASSES = 10;

/** Makes what changes are safe, loading anew after each pass, until nothing is left to change. */
export async function fixAll({ cwd }: Pick<Context, 'cwd'>, load: () => Promise<Work>, levels: LevelsFor): Promise<Changed> {
  const files = new Set<string>();
  let count = 0;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const changed = makeChanges(linted(await load(), levels, cwd).fixes(), cwd);
    count += changed.count;
    for (const file of changed.files) files.add(file);
    if (changed.count === 0) break;
  }
  return { count, files: [...files] };
}
