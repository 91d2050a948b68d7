import { usage } from '../../failure.js';
import { listing } from '../../report/listing.js';
import { type Work, work } from '../../work.js';
import { type Context, command } from '../command.js';
import { type Comparison, compareAgainst } from './against.js';
import { compareAll } from './compared.js';
import { LEVELS } from './levels.js';
import { pairedByName } from './pairs.js';
import { diffListing } from './report.js';

export const DIFF_OPTIONS = {
  against: {
    type: 'string',
    argument: 'git-ref',
    help: 'compare with the same addresses at a branch, tag or commit, with all that their modules imported at that time',
  },
  level: {
    type: 'string',
    values: LEVELS,
    help: 'exit 1 when something breaks at this level or above it: wire, then data, then code (default: data)',
  },
} as const;

export const diffCommand = command({
  usage: 'diff <before> [after] [options]',
  about: `Says what a change of schemas does, at three levels.
  wire   whether the API compiles its grammar anew, and whether cached prompts are lost
  data   whether answers stored so far pass the new schema, and answers to the new schema pass the old reader: as values, and as the text that the model wrote
  code   what becomes of the TypeScript type, of properties and of exports
What is compatible is proved; what breaks is shown by a value that breaks; what can't be decided says why, as a warning.
Values are those that can be said of a schema: properties that it lets pass by silence, or drops, do not count. Functions are the same where their text is and uses nothing from outside; packages are those installed now.`,
  options: DIFF_OPTIONS,
  examples: [
    'bascule diff src/schemas --against main',
    'bascule diff src/invoice.ts#Invoice --against v1.2.0 --level wire',
    'bascule diff old.json new.json',
  ],
  async run(context) {
    const { options, cwd } = context;
    const comparison = options.against === undefined ? await twoFiles(context) : await reference(context, options.against);
    const report = listing(diffListing(comparison, options.level ?? 'data', cwd));
    await context.print(report);
    return report.exit;
  },
});

async function reference(context: Context, against: string): Promise<Comparison> {
  const done = await work(context, await context.config());
  return compareAgainst(context, done, against);
}

async function twoFiles(context: Context): Promise<Comparison> {
  const { positionals } = context;
  const [before, after, more] = positionals;
  if (before === undefined)
    throw usage(
      'No schema is named.',
      'Name two files, or one and what to compare it with: bascule diff src/invoice.ts --against main.',
    );
  if (after === undefined || more !== undefined)
    throw usage(
      `There ${positionals.length === 1 ? 'is one address' : `are ${positionals.length} addresses`}, and nothing to compare ${positionals.length === 1 ? 'it' : 'them'} with.`,
      'Name two, or say --against <git-ref>, such as --against main.',
    );
  const config = await context.config();
  const load = (address: string): Promise<Work> => work({ ...context, positionals: [address] }, config);
  const was = await load(before);
  const is = await load(after);
  const pairs = pairedByName(was.results, is.results).map((pair) => ({
    ...(pair.before && { before: pair.before.schema }),
    ...(pair.after && { after: pair.after }),
  }));
  return { compared: await compareAll(pairs, () => false), failures: [...was.loaded.failures, ...is.loaded.failures] };
}
