import type { LedgerEntry } from '../../../src/compiled.js';
import { toArtifact } from '../../../src/emit/artifact.js';
import { EXIT, gravest } from '../../exit.js';
import type { LoadedSchema } from '../../load/load-target.js';
import { diagnosticFindings } from '../../report/diagnostics.js';
import { failureFinding } from '../../report/failures.js';
import { findingsSummary, findingsText } from '../../report/findings.js';
import { line } from '../../report/line.js';
import type { Page } from '../../report/page.js';
import type { Report } from '../../report/report.js';
import type { Result, Work } from '../../work.js';
import type { Context } from '../command.js';
import type { ExplainOptions } from './index.js';
import { fatesLine, ledgerTable } from './ledger.js';
import { spendLines } from './spend.js';
import { wireForms } from './wire-forms.js';

/** What is shown of one schema. */
export function explainReport({ cwd, options }: Context<ExplainOptions>, { loaded, results }: Work): Report {
  const failures = loaded.failures.map((failure) => failureFinding(failure, cwd));
  const each = results.map((result) => ({ result, findings: diagnosticFindings(result, cwd) }));
  const findings = [...failures, ...each.flatMap((one) => one.findings)];
  const raw = options.wire || options.decoder ? rawText(results, options.wire ? 'wire' : 'decoder') : undefined;
  return {
    command: 'explain',
    exit: gravest(
      failures.length > 0 ? EXIT.FAILURE : EXIT.CLEAN,
      each.some((one) => !one.result.compiled) ? EXIT.FINDINGS : EXIT.CLEAN,
    ),
    findings,
    data: { schemas: results.map(plain) },
    ...(raw === undefined ? {} : { raw }),
    pretty(page) {
      const found = findingsText(findings, page);
      if (raw !== undefined) return found;
      const parts = each.map((one) => schemaText(one.result, findingsText(one.findings, page), page));
      const problems = failures.length === 0 ? [] : [findingsText(failures, page)];
      const counts = findingsSummary(findings, page);
      return [...parts, ...problems, counts.length === 0 ? '' : `${line(counts, ', ', page)}.`]
        .filter((part) => part !== '')
        .join('\n\n');
    },
  };
}

/** One schema's JSON by itself; of several, each under its address. */
function rawText(results: readonly Result[], part: 'wire' | 'decoder'): string {
  const compiled = results.flatMap(({ schema, compiled: one }) =>
    one ? [[schema.address, part === 'wire' ? one.wire : toArtifact(one, schema).decoder] as const] : [],
  );
  if (compiled.length === 0) return '';
  return `${JSON.stringify(results.length === 1 ? compiled[0]?.[1] : Object.fromEntries(compiled), null, 2)}\n`;
}

function plain({ schema, compiled }: Result) {
  const { address, name } = schema;
  if (!compiled) return { address, name, compiled: false };
  const { dialect, target, mode, fingerprint, spend, wire, decoder } = toArtifact(compiled, { name });
  return {
    address,
    name,
    compiled: true,
    dialect,
    target,
    mode,
    fingerprint,
    spend,
    ledger: inPlace(schema, compiled.ledger),
    wire,
    decoder,
  };
}

/** The ledger in terms of the document that the schema stands in. */
function inPlace(schema: LoadedSchema, ledger: readonly LedgerEntry[]): LedgerEntry[] {
  return ledger
    .filter(({ path, keyword }) => path !== '' || !schema.added.has(keyword))
    .map((entry) => ({ ...entry, path: schema.origin(entry.path) }));
}

function schemaText({ schema, compiled }: Result, found: string, page: Page): string {
  const address = { text: schema.address, styles: ['bold'] as const };
  if (!compiled) return `${line([address, { text: 'cannot be compiled', styles: ['red'] }], '  ', page)}\n\n${found}`;
  const { source, target, mode, lowered } = compiled;
  const ledger = inPlace(schema, compiled.ledger);
  const parts = [
    line([address, { text: `${source.dialect} → ${target.name} (${mode})`, styles: ['dim'] }], '  ', page),
    ledgerTable(ledger, wireForms(lowered, schema.origin), page),
    fatesLine(ledger, page),
    found,
    spendLines(compiled, page),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
