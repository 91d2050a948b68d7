import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { targets } from '../../../src/targets/index.js';
import { usage } from '../../failure.js';
import { work } from '../../work.js';
import { command } from '../command.js';
import { explainReport } from './report.js';
import { targetReport } from './target.js';

const OPTIONS = {
  wire: { type: 'boolean', help: 'print the wire schema as JSON' },
  decoder: { type: 'boolean', help: 'print the way back from the answer as JSON' },
} as const;

export const explainCommand = command({
  usage: 'explain <address…|target> [options]',
  about: `Shows what becomes of every keyword of a schema: sent, encoded, checked, inert or narrowed; what that spends of the target's limits; and the fingerprint.
The name of a target (${[...targets.keys()].join(', ')}) prints its rules, each with its evidence.`,
  options: OPTIONS,
  examples: ['bascule explain src/invoice.ts#Invoice', 'bascule explain schema.json --wire | jq .', 'bascule explain claude'],
  async run(context) {
    const { options, positionals, cwd } = context;
    if (options.wire && options.decoder)
      throw usage('--wire and --decoder each take standard output.', 'Use one of them; --format json gives both.');
    const [only] = positionals;
    const target =
      positionals.length === 1 && only !== undefined && !existsSync(resolve(cwd, only)) ? targets.get(only) : undefined;
    if (target && (options.wire || options.decoder))
      throw usage(
        `"${only}" is a target, and has no ${options.wire ? 'wire schema' : 'decoder'}.`,
        `Name a schema, or leave ${options.wire ? '--wire' : '--decoder'} out.`,
      );
    const report = target ? targetReport(target) : explainReport(context, await work(context, await context.config()));
    await context.print(report);
    return report.exit;
  },
});

export type ExplainOptions = typeof OPTIONS;
