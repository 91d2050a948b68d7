import { usage } from '../../failure.js';
import type { LoadedConfig } from '../../load/config.js';
import { listing } from '../../report/listing.js';
import { work } from '../../work.js';
import { type Context, command } from '../command.js';
import { artifactFiles, type Emission } from './artifacts.js';
import { deliver, isComplete } from './deliver.js';
import { emissionOf, formOf } from './emission.js';
import { compileListing } from './report.js';
import { watch } from './watch.js';

const OPTIONS = {
  out: { type: 'string', argument: 'folder', help: 'where artifacts are written' },
  emit: {
    type: 'string',
    values: ['ts', 'json'],
    help: 'form of the artifacts: <name>.bascule.ts or <name>.bascule.json (default: ts)',
  },
  'import-extension': {
    type: 'string',
    values: ['js', 'ts', 'none'],
    help: 'extension with which an artifact imports its schema (default: js)',
  },
  stdout: { type: 'boolean', help: 'print the artifacts instead of writing them' },
  check: { type: 'boolean', help: 'write nothing; exit 1 if an artifact is not up to date' },
  watch: { type: 'boolean', help: 'compile again whenever a file changes' },
  force: { type: 'boolean', help: 'overwrite files that bascule did not write' },
} as const;

export type CompileContext = Context<typeof OPTIONS>;

export const compileCommand = command({
  usage: 'compile [address…] [options]',
  about: `Writes an artifact for each schema: the wire schema, and the way back from the model's answer, ready to run without the compiler.
Artifacts are named after the export, or after the file for default exports and JSON, in kebab-case: Invoice → invoice.bascule.ts.`,
  options: OPTIONS,
  examples: [
    'bascule compile',
    'bascule compile src/invoice.ts#Invoice --out src/generated',
    'bascule compile schema.json --emit json --stdout',
    'bascule compile --check',
  ],
  async run(context) {
    const { watch: watching, check, stdout } = context.options;
    if (check && stdout) throw conflict('--check', '--stdout', 'the one compares files, the other writes none');
    if (watching && (check || stdout))
      throw conflict('--watch', check ? '--check' : '--stdout', 'watching is for keeping files up to date');
    if (watching) return watch(context, (files) => cycle(context, files));
    return (await cycle(context)).exit;
  },
});

/** Compiles everything once. `watched` is told which files that depends on, as soon as they are known. */
async function cycle(
  context: CompileContext,
  watched?: (files: { readonly files: readonly string[]; readonly folders?: readonly string[] }) => void,
) {
  const config = await context.config();
  if (config) watched?.({ files: config.files });
  const { options, cwd } = context;
  const emission = emissionOf(options, config, cwd) ?? nowhere(context, config);
  const done = await work(context, config);
  watched?.({ files: [...(config?.files ?? []), ...done.loaded.files], folders: done.loaded.folders });
  const artifacts = artifactFiles(done, emission);
  const check = options.check === true;
  const complete = isComplete(context, done, artifacts);
  const outcomes = options.stdout
    ? undefined
    : deliver(artifacts.files, { ...emission, complete, cwd, check, force: options.force === true });
  const report = {
    ...listing(compileListing({ context, work: done, artifacts, outcomes, emission, check })),
    ...(options.watch && { repeated: true as const }),
  };
  await context.print(report);
  return report;
}

function nowhere({ options, cwd }: CompileContext, config: LoadedConfig | undefined): Emission {
  if (options.stdout) return { out: cwd, ...formOf(options, config) };
  throw usage(
    'There is no folder to write artifacts to.',
    'Name one with --out <folder> or with "out" in the configuration; --stdout prints them instead.',
  );
}

function conflict(one: string, other: string, why: string) {
  return usage(`${one} and ${other} do not go together: ${why}.`, 'Use one of them at a time.');
}
