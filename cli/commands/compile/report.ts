import { EXIT, gravest } from '../../exit.js';
import { diagnosticFindings } from '../../report/diagnostics.js';
import { failureFinding, shown } from '../../report/failures.js';
import { findingsSummary } from '../../report/findings.js';
import { line } from '../../report/line.js';
import type { Listing } from '../../report/listing.js';
import type { Page, Style } from '../../report/page.js';
import type { Finding } from '../../report/report.js';
import { table } from '../../report/table.js';
import type { Work } from '../../work.js';
import type { Context } from '../command.js';
import type { Artifacts, Emission } from './artifacts.js';
import type { Delivery, Outcome, Status } from './deliver.js';
import { isStale, staleFindings } from './stale.js';

export interface Parts {
  readonly context: Pick<Context, 'cwd'>;
  readonly work: Work;
  readonly artifacts: Artifacts;
  /** Undefined with `--stdout`. */
  readonly outcomes: Delivery | undefined;
  readonly emission: Emission;
  /** Whether artifacts were only compared. */
  readonly check: boolean;
}

export function compileListing({ context, work, artifacts, outcomes, emission, check }: Parts): Listing {
  const { cwd } = context;
  const delivered = outcomes?.outcomes ?? [];
  const failures = [...work.loaded.failures, ...artifacts.failures, ...(outcomes?.failures ?? [])];
  const findings = [
    ...failures.map((failure) => failureFinding(failure, cwd)),
    ...work.results.flatMap((result) => diagnosticFindings(result, cwd)),
    ...(check ? delivered.flatMap((outcome) => staleFindings(outcome, cwd)) : []),
  ];
  return {
    command: 'compile',
    exit: gravest(failures.length > 0 ? EXIT.FAILURE : EXIT.CLEAN, findings.some(isError) ? EXIT.FINDINGS : EXIT.CLEAN),
    findings,
    data: {
      artifacts: outcomes
        ? delivered.map(({ file, artifact, status, why }) => ({
            address: artifact?.schema.address ?? null,
            file: shown(file, cwd),
            status,
            why: why ?? null,
            fingerprint: artifact?.fingerprint ?? null,
          }))
        : artifacts.files.map(({ schema, file, fingerprint, text }) => ({
            address: schema.address,
            file: shown(file, cwd),
            status: 'printed',
            fingerprint,
            content: text,
          })),
    },
    ...(outcomes ? {} : { raw: printed(artifacts, emission) }),
    lead: (page) =>
      list(
        delivered.filter(({ status }) => !check || status === 'unchanged'),
        cwd,
        page,
      ),
    summary: (told, page) => (outcomes ? summary(delivered, told, check, page) : ''),
  };
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

/** One artifact as it would be on disk; several TypeScript ones under a comment each, several JSON ones as a list. */
function printed({ files }: Artifacts, { emit }: Emission): string {
  if (files.length < 2) return files[0]?.text ?? '';
  if (emit === 'json') return `[\n${files.map(({ text }) => text.trimEnd()).join(',\n')}\n]\n`;
  return files.map(({ schema, text }) => `// ---- ${schema.name}.bascule.ts ----\n${text}`).join('\n');
}

const COLOR: Record<Status, Style> = { written: 'green', unchanged: 'dim', missing: 'red', stale: 'red', 'left-over': 'yellow' };

function list(outcomes: readonly Outcome[], cwd: string, page: Page): string {
  const shownOnes = outcomes.filter(({ status }) => page.verbose || status !== 'unchanged');
  if (shownOnes.length === 0) return '';
  const rows = shownOnes.map(({ file, artifact, status, why }) => [
    { text: shown(file, cwd) },
    { text: status, style: COLOR[status] },
    { text: why ?? `from ${artifact?.schema.address ?? ''}`, style: 'dim' as const },
  ]);
  return table(['artifact', 'status', ''], rows, page);
}

function summary(outcomes: readonly Outcome[], findings: readonly Finding[], check: boolean, page: Page): string {
  const order: readonly Status[] = ['written', 'missing', 'stale', 'left-over', 'unchanged'];
  const counts = order
    .map((status) => [status, outcomes.filter((outcome) => outcome.status === status).length] as const)
    .filter(([, count]) => count > 0);
  const parts = counts.map(([status, count]) => ({
    text: `${count} ${status === 'unchanged' ? (check ? 'up to date' : 'unchanged') : status}`,
  }));
  const others = findings.filter(({ rule }) => !isStale(rule));
  const all = [...parts, ...findingsSummary(others, page)];
  const stale = check && outcomes.some(({ status }) => status === 'missing' || status === 'stale');
  const sentence = line(all.length === 0 ? [{ text: 'Nothing was compiled' }] : all, ', ', page);
  return `${sentence}.${stale ? ' Run "bascule compile" to write them.' : ''}`;
}
