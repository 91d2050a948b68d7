import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { targets } from '../../../src/targets/index.js';
import { usage } from '../../failure.js';
import { work } from '../../work.js';
import { command } from '../command.js';
import { ruleNamed } from '../lint/index.js';
import { explainReport } from './report.js';
import { requestReport } from './request.js';
import { ruleReport } from './rule.js';
import { targetReport } from './target.js';

const OPTIONS = {
  wire: { type: 'boolean', help: 'print the wire schema as JSON' },
  decoder: { type: 'boolean', help: 'print the way back from the answer as JSON' },
  request: {
    type: 'string',
    argument: 'address',
    help: 'show the plan of a whole request: an export { output, tools }, or the JSON body of one',
  },
  plan: { type: 'string', argument: 'file', help: 'with --request: follow the plan in this file' },
  'write-plan': { type: 'string', argument: 'file', help: 'with --request: write the plan to this file' },
} as const;

export const explainCommand = command({
  usage: 'explain <address…|rule|target> [options]',
  about: `Shows what becomes of every keyword of a schema: sent, encoded, checked, inert or narrowed; what that spends of the target's limits; and the fingerprint.
The name of a target (${[...targets.keys()].join(', ')}) prints its rules, each with its evidence; the name of a lint rule its page.`,
  options: OPTIONS,
  examples: [
    'bascule explain src/invoice.ts#Invoice',
    'bascule explain schema.json --wire | jq .',
    'bascule explain --request src/request.ts#request',
    'bascule explain claude',
  ],
  async run(context) {
    const { options, positionals, cwd } = context;
    if (options.wire && options.decoder)
      throw usage('--wire and --decoder each take standard output.', 'Use one of them; --format json gives both.');
    const asked = options.request;
    if (asked !== undefined && (positionals.length > 0 || options.wire || options.decoder))
      throw usage('--request shows one request, and takes no other address, --wire or --decoder.', 'Leave them out.');
    if (asked === undefined && (options.plan !== undefined || options['write-plan'] !== undefined))
      throw usage('--plan and --write-plan are about a whole request.', 'Name it: --request src/request.ts#request.');
    if (asked !== undefined) {
      const report = await requestReport(context, asked);
      await context.print(report);
      return report.exit;
    }
    const [only] = positionals;
    const target =
      positionals.length === 1 && only !== undefined && !existsSync(resolve(cwd, only)) ? targets.get(only) : undefined;
    if (target && (options.wire || options.decoder))
      throw usage(
        `"${only}" is a target, and has no ${options.wire ? 'wire schema' : 'decoder'}.`,
        `Name a schema, or leave ${options.wire ? '--wire' : '--decoder'} out.`,
      );
    const rule = positionals.length === 1 && only !== undefined && !existsSync(resolve(cwd, only)) ? ruleNamed(only) : undefined;
    if (rule) {
      const page = ruleReport(rule);
      await context.print(page);
      return page.exit;
    }
    const report = target ? targetReport(target) : explainReport(context, await work(context, await context.config()));
    await context.print(report);
    return report.exit;
  },
});

export type ExplainOptions = typeof OPTIONS;
