import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { SchemaEntry } from '../../../src/config.js';
import { Failure, usage } from '../../failure.js';
import { atReference, moved, repositoryOf, type Worktree } from '../../git/worktree.js';
import { readAddress } from '../../load/address.js';
import { entriesOf, timeoutOf } from '../../load/config.js';
import type { LoadedSchema } from '../../load/load-target.js';
import { type LoadedSchemas, loadSchemas } from '../../load/schemas.js';
import type { Work } from '../../work.js';
import type { Context } from '../command.js';
import { type Compared, compareAll } from './compared.js';
import { Graph } from './graph.js';
import { pairedBy } from './pairs.js';

export interface Comparison {
  readonly compared: readonly Compared[];
  readonly failures: readonly Failure[];
}

/** What is missing on one side only came or went, and is no failure. */
const ABSENT: ReadonlySet<string> = new Set(['not-found', 'no-match', 'no-export', 'no-schema', 'bad-pointer', 'not-a-schema']);

/**
 * Compares the schemas of the working tree with the same addresses at a git reference, where modules import what was there at
 * that time. Packages are those that are installed now.
 */
export async function compareAgainst(context: Context, after: Work, reference: string): Promise<Comparison> {
  const { io, options, progress } = context;
  const cwd = realpathSync(context.positionals.length > 0 || !after.config ? context.cwd : after.config.folder);
  const entries = entriesOf(context.positionals, after.config);
  if (entries.some(({ address }) => address === '-' || address.startsWith('-#')))
    throw usage('Standard input has no earlier version, so --against cannot compare it.', 'Name the file itself.');
  const root = await repositoryOf(cwd);
  const stopped = io.interrupted?.();
  const stop = () => {
    if (stopped?.aborted) throw interrupted();
  };
  progress.step(`Taking the files at ${reference}`);
  return atReference(
    root,
    reference,
    async (worktree) => {
      stop();
      const loading = loadSchemas(
        entries.map((entry) => ({ ...entry, address: addressThere(entry.address, cwd, worktree) })),
        { io, cwd: moved(cwd, root, worktree.tree), timeout: timeoutOf(options, after.config), progress },
      );
      // A module may take as long as it likes to load; who has it interrupted does not wait for that.
      const before = await (stopped ? Promise.race([loading, aborted(stopped)]) : loading);
      const graph = new Graph({ root: worktree.tree, files: before.files }, { root, files: after.loaded.files });
      const pairs = pairedBy(before.schemas, after.results, (one) =>
        keyOf('compiled' in one ? one.schema : (one as LoadedSchema), root, worktree.tree),
      );
      progress.step(`Comparing ${pairs.length} schemas`);
      // What could not be loaded has neither come nor gone.
      const known = pairs.filter(
        (pair) => (pair.before || before.failures.every(isAbsent)) && (pair.after || after.loaded.failures.every(isAbsent)),
      );
      const compared = await compareAll(known, ({ after: is }) => graph.unchanged(is?.schema.file));
      stop();
      return { compared, failures: failuresOf(before, after, entries, reference, worktree, cwd) };
    },
    io.scratch,
  );
}

function interrupted(): Failure {
  return new Failure({
    code: 'interrupted',
    message: 'The comparison was interrupted.',
    help: 'Start it again; nothing was left behind.',
  });
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(interrupted()), { once: true }));
}

/** The address of the same in the worktree. */
function addressThere(address: string, cwd: string, { root, tree }: Worktree): string {
  const plain = address.startsWith('!') ? address.slice(1) : address;
  const { target } = readAddress(plain, cwd);
  if (isAbsolute(target) && !relative(root, target).startsWith('..'))
    return address.replace(target, moved(target, root, tree)).replace(/^file:(?:\/\/)?/, '');
  // A file that is gone may have had a # in its name, and one in a package is as it is.
  return existsSync(resolve(cwd, target)) || !isAbsolute(target) ? address : plain;
}

function keyOf(schema: LoadedSchema, root: string, tree: string): string {
  const { file, suffix } = schema;
  if (file === undefined) return schema.address;
  const base = relative(tree, file).startsWith('..') ? root : tree;
  return `${relative(base, file)}${suffix}`;
}

/** What could not be loaded on either side, but for what is just not there yet, or no longer. */
function failuresOf(
  before: LoadedSchemas,
  after: Work,
  entries: readonly SchemaEntry[],
  reference: string,
  { root, tree }: Worktree,
  cwd: string,
): Failure[] {
  const there = new Map(entries.map(({ address }) => [addressThere(address, cwd, { root, tree, commit: '' }), address]));
  const absentNow = new Set(absent(after.loaded.failures));
  const absentThen = new Set(absent(before.failures).map((address) => there.get(address) ?? address));
  const then = before.failures
    .map((failure) => failure.at(there.get(failure.about.address ?? '') ?? ''))
    .filter((failure) => !isAbsent(failure) || absentNow.has(there.get(failure.about.address ?? '') ?? ''))
    .map((failure) => atThatTime(failure, reference, tree, root));
  const now = after.loaded.failures.filter((failure) => !isAbsent(failure) || absentThen.has(failure.about.address ?? ''));
  return [...now, ...then];
}

function isAbsent({ about }: Failure): boolean {
  return ABSENT.has(about.code);
}

function absent(failures: readonly Failure[]): string[] {
  return failures.filter(isAbsent).map(({ about }) => about.address ?? '');
}

function atThatTime({ about }: Failure, reference: string, tree: string, root: string): Failure {
  const plain = (text: string) => text.replaceAll(tree, root);
  // The file is in a folder that is gone when this is read.
  const { file: _f, line: _l, column: _c, ...rest } = about;
  return new Failure({ ...rest, message: `At ${reference}: ${plain(about.message)}`, help: plain(about.help) });
}
