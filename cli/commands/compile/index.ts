import { resolve } from 'node:path';
import { usage } from '../../failure.js';
import type { LoadedConfig } from '../../load/config.js';
import { work } from '../../work.js';
import { type Context, command } from '../command.js';
import { artifactFiles, type Emission } from './artifacts.js';
import { deliver } from './deliver.js';
import { compileReport } from './report.js';
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
  const emission = emissionOf(context, config);
  const done = await work(context, config);
  watched?.({ files: [...(config?.files ?? []), ...done.loaded.files], folders: done.loaded.folders });
  const artifacts = artifactFiles(done, emission);
  const { stdout, check, force } = context.options;
  const complete = isComplete(context, done.loaded.failures.length + artifacts.failures.length, done.results);
  const outcomes = stdout
    ? undefined
    : deliver(artifacts.files, { ...emission, complete, cwd: context.cwd, check: check === true, force: force === true });
  const report = compileReport({ context, work: done, artifacts, outcomes, emission });
  await context.print(report);
  return report;
}

/** Whether every artifact there should be is known, so that others can be called left over. */
function isComplete(
  { positionals }: CompileContext,
  failures: number,
  results: readonly { readonly compiled: unknown }[],
): boolean {
  return positionals.length === 0 && failures === 0 && results.every((result) => result.compiled !== undefined);
}

function emissionOf({ options, cwd }: CompileContext, config: LoadedConfig | undefined): Emission {
  const out =
    options.out !== undefined
      ? resolve(cwd, options.out)
      : config?.config.out !== undefined
        ? resolve(config.folder, config.config.out)
        : undefined;
  if (out === undefined && !options.stdout)
    throw usage(
      'There is no folder to write artifacts to.',
      'Name one with --out <folder> or with "out" in the configuration; --stdout prints them instead.',
    );
  return {
    out: out ?? cwd,
    emit: options.emit ?? config?.config.emit ?? 'ts',
    importExtension: options['import-extension'] ?? config?.config.importExtension ?? 'js',
  };
}

function conflict(one: string, other: string, why: string) {
  return usage(`${one} and ${other} do not go together: ${why}.`, 'Use one of them at a time.');
}
