import { type FSWatcher, readdirSync, statSync, watch as watchFolder } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { bugReport } from '../../bug.js';
import { EXIT, type ExitCode } from '../../exit.js';
import { Failure } from '../../failure.js';
import { configNames } from '../../load/config-names.js';
import { JSON_EXTENSIONS, MODULE_EXTENSIONS } from '../../load/kinds.js';
import { failureReport } from '../../report/failures.js';
import { counted } from '../../report/text.js';
import type { CompileContext } from './index.js';

export interface Watched {
  readonly files: readonly string[];
  /** Folders whose new files count too. */
  readonly folders?: readonly string[];
}

const DEBOUNCE = 100;
const DEEPEST = 12;

/** Runs a cycle, then again after each change to a file it depended on, until the user interrupts. No error ends it. */
export async function watch(
  context: CompileContext,
  cycle: (watched: (watched: Watched) => void) => Promise<unknown>,
): Promise<ExitCode> {
  const { io, cwd } = context;
  const { config } = context.options;
  const signal = io.interrupted?.() ?? new AbortController().signal;
  let known: Watched = { files: [] };
  while (!signal.aborted) {
    const started = Date.now();
    try {
      await cycle((watched) => {
        known = watched;
      });
    } catch (error) {
      if (error instanceof Failure) await context.print({ ...failureReport('compile', error, cwd), repeated: true });
      else io.stderr.write(bugReport(error, ['compile', '--watch'], context.options.verbose === true));
    }
    io.isolation?.forget();
    const files = new Set([...known.files, ...(config === undefined ? configNames(cwd) : [resolve(cwd, config)])]);
    io.stderr.write(`Watching ${counted(known.files.length, 'file')}; Ctrl-C ends it.\n`);
    await changed(files, known.folders ?? [], started, signal);
  }
  return EXIT.CLEAN;
}

/** Resolves once a watched file changed and things are quiet again, or once the signal is aborted. */
function changed(files: ReadonlySet<string>, open: readonly string[], since: number, signal: AbortSignal): Promise<void> {
  const watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  return new Promise<void>((resolve) => {
    const touched = () => {
      clearTimeout(timer);
      timer = setTimeout(resolve, DEBOUNCE);
    };
    const opened = new Set(open.flatMap((folder) => [folder, ...foldersIn(folder, DEEPEST)]));
    for (const folder of new Set([...opened, ...[...files].map((file) => dirname(file))])) {
      const watcher = watchOne(folder, (name) => {
        if (name === null || files.has(join(folder, name)) || (opened.has(folder) && isCandidate(folder, name))) touched();
      });
      if (watcher) watchers.push(watcher);
    }
    if ([...files].some((file) => changedBetween(file, since, Date.now()))) touched();
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  }).finally(() => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  });
}

/** Changes made while the cycle ran. Times in the future are some clock's error. */
function changedBetween(file: string, since: number, now: number): boolean {
  const time = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return time !== undefined && time > since && time <= now;
}

/** Folders, not files: editors save by moving a new file over the old one. */
function watchOne(folder: string, listener: (name: string | null) => void): FSWatcher | undefined {
  try {
    return watchFolder(folder, (_, name) => listener(name)).on('error', () => listener(null));
  } catch {
    return undefined;
  }
}

/** A file that may hold schemas, or a folder that may hold such files. */
function isCandidate(folder: string, name: string): boolean {
  const extension = extname(name).slice(1);
  if (MODULE_EXTENSIONS.includes(extension) || JSON_EXTENSIONS.includes(extension)) return !name.includes('.bascule.');
  return statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory() === true;
}

function foldersIn(folder: string, depth: number): string[] {
  if (depth === 0) return [];
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
      .flatMap((entry) => [join(folder, entry.name), ...foldersIn(join(folder, entry.name), depth - 1)]);
  } catch {
    return [];
  }
}
