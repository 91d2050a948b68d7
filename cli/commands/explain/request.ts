import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { SchemaError } from '../../../src/diagnostics/schema-error.js';
import { pointer } from '../../../src/ir/pointer.js';
import { placeOf } from '../../../src/request/findings.js';
import type { Planned, PlanOptions } from '../../../src/request/request.js';
import { plannedRequest } from '../../../src/request.js';
import { target as targetNamed } from '../../../src/targets/index.js';
import { EXIT } from '../../exit.js';
import { timeoutOf } from '../../load/config.js';
import { Modules } from '../../load/modules.js';
import { type LoadedRequest, loadPlan, loadRequest } from '../../load/request.js';
import { findingsSummary, findingsText } from '../../report/findings.js';
import { line } from '../../report/line.js';
import type { Page } from '../../report/page.js';
import type { Finding, Report } from '../../report/report.js';
import { table } from '../../report/table.js';
import { counted } from '../../report/text.js';
import { writeFileAtomic } from '../../write.js';
import type { Context } from '../command.js';
import type { ExplainOptions } from './index.js';

/** What a whole request spends, what was re-encoded to make it fit, and what would fit without. */
export async function requestReport(context: Context<ExplainOptions>, asked: string): Promise<Report> {
  const { io, cwd, options } = context;
  const config = await context.config();
  const modules = new Modules({ io, cwd, timeout: timeoutOf(options, config) });
  const request = await loadRequest(asked, cwd, modules);
  const given = optionsOf(context, request);
  const planned = planOf(request, given);
  if ('failed' in planned) return failedReport(request, planned.failed);
  const { plan, spend, demoted, target } = planned;
  if (options['write-plan'] !== undefined)
    writeFileAtomic(resolve(cwd, options['write-plan']), `${JSON.stringify(plan, null, 2)}\n`, '--write-plan');
  const diagnostics = planned.diagnostics();
  const findings = diagnostics.map((each) => findingOf(each, request.address));
  const changes = changesOf(planned);
  return {
    command: 'explain',
    exit: diagnostics.some(({ severity }) => severity === 'error') ? EXIT.FINDINGS : EXIT.CLEAN,
    findings,
    data: {
      request: {
        address: request.address,
        target: target.name,
        fingerprint: planned.fingerprint(),
        spend,
        demoted,
        changes,
        plan,
      },
    },
    pretty(page) {
      const counts = findingsSummary(findings, page);
      return [
        line(
          [
            { text: request.address, styles: ['bold'] },
            { text: `request → ${target.name}`, styles: ['dim'] },
          ],
          '  ',
          page,
        ),
        spendTable(planned, page),
        changesTable(changes, page),
        ...(changes.length > 0 ? [without(request, given, changes.length)] : []),
        findingsText(findings, page),
        `  ${page.style('dim', 'fingerprint')}  ${planned.fingerprint()}`,
        counts.length === 0 ? '' : `${line(counts, ', ', page)}.`,
      ]
        .filter((part) => part !== '')
        .join('\n\n');
    },
  };
}

function optionsOf({ cwd, options }: Context<ExplainOptions>, request: LoadedRequest): PlanOptions {
  const file = options.plan === undefined ? undefined : resolve(cwd, options.plan);
  const targeted = targetNamed(options.target ?? 'claude');
  return {
    ...(request.options as PlanOptions),
    ...(options.target !== undefined && !targeted.error && { target: targeted.profile }),
    ...(options.openness !== undefined && { openness: options.openness }),
    ...(file !== undefined &&
      (existsSync(file) || options['write-plan'] === undefined) && { plan: loadPlan(file, options.plan as string) }),
  };
}

function planOf({ output, tools }: LoadedRequest, options: PlanOptions): Planned | { readonly failed: readonly Diagnostic[] } {
  try {
    return plannedRequest({ ...(output !== undefined && { output }), tools: tools as never, ...options });
  } catch (error) {
    if (error instanceof SchemaError) return { failed: error.diagnostics };
    throw error;
  }
}

function findingOf({ code, severity, path, message, help }: Diagnostic, address: string): Finding {
  return { file: null, line: null, column: null, severity, rule: code, code, address, path, message, help };
}

function failedReport({ address }: LoadedRequest, diagnostics: readonly Diagnostic[]): Report {
  const findings = diagnostics.map((each) => findingOf(each, address));
  return { command: 'explain', exit: EXIT.FINDINGS, findings, data: {}, pretty: (page) => findingsText(findings, page) };
}

interface Change {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** Places that travel otherwise than they would alone. */
function changesOf({ fitted }: Planned): readonly Change[] {
  return fitted.flatMap(({ member, decided }) =>
    decided.flatMap(([{ path, forms }, form]) =>
      form === forms[0]
        ? []
        : [{ path: `${placeOf(member)}${path}`, from: forms[0].encodings.join(', '), to: form.encodings.join(', ') }],
    ),
  );
}

function spendTable({ spend, target }: Planned, page: Page): string {
  const rows = spend.members.map((member) => [
    { text: member.tool === undefined ? 'output' : pointer('', member.tool).slice(1) },
    {
      text: member.tool === undefined ? '' : member.strict ? 'strict' : 'checked',
      style: member.strict ? undefined : ('yellow' as const),
    },
    ...(['optional', 'union'] as const).map((kind) => ({
      text: member.asked[kind] === member[kind] ? String(member[kind]) : `${member.asked[kind]} → ${member[kind]}`,
    })),
    { text: String(member.properties) },
    { text: String(Math.round(member.states)) },
    { text: String(member.descriptionTokens) },
  ]);
  const { limits } = target;
  const sums = [
    [
      'together',
      `${spend.strictTools} strict`,
      spend.optional,
      spend.union,
      spend.properties,
      Math.round(spend.states),
      spend.descriptionTokens,
    ],
    [
      `${target.name} takes`,
      `${limits.strictTools.value}`,
      `${limits.optional.value}, better ${limits.advisedOptional.value}`,
      limits.union.value,
      '',
      '',
      '',
    ],
  ].map((row, index) => row.map((cell) => ({ text: String(cell), style: index === 0 ? ('bold' as const) : ('dim' as const) })));
  return table(['part', 'mode', 'optional', 'unions', 'properties', 'states (est.)', 'words (tokens)'], [...rows, ...sums], page);
}

const MOST_SHOWN = 30;

function changesTable(changes: readonly Change[], page: Page): string {
  if (changes.length === 0) return 'Nothing had to be re-encoded.';
  const shown = page.verbose ? changes : changes.slice(0, MOST_SHOWN);
  const rows = shown.map(({ path, from, to }) => [{ text: path }, { text: from, style: 'dim' as const }, { text: to }]);
  const rest = changes.length - shown.length;
  return `${table(['re-encoded to fit', 'was', 'travels as'], rows, page)}${rest > 0 ? `\n  and ${counted(rest, 'place')} more (--verbose shows them)` : ''}`;
}

/** What would fit without the plan: with no margin, and without the part that asks for most. */
function without(request: LoadedRequest, options: PlanOptions, count: number): string {
  const changed = (other: LoadedRequest, more: PlanOptions) => {
    const planned = planOf(other, more);
    return 'failed' in planned ? count : changesOf(planned).length;
  };
  const { plan: _, ...free } = options;
  const tight = changed(request, { ...free, margin: 0 });
  const lines = [`With \`margin: 0\` ${counted(tight, 'place')} instead of ${count} would be re-encoded.`];
  if (request.output !== undefined && request.tools.length > 0) {
    const { output: __, ...rest } = request;
    lines.push(`Without the output it would be ${changed(rest, free)}.`);
  }
  return lines.join('\n');
}
