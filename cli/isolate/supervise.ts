import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { EXIT, type ExitCode } from '../exit.js';
import type { FailureAbout } from '../failure.js';
import { removeWorktree, scratchFolder } from '../git/scratch.js';
import type { Io } from '../io.js';
import { packageRoot } from '../package.js';
import { died, hung, lost, stuck } from './blame.js';
import { CHANNEL, type Entered, type Message, type Orders } from './message.js';

/** Time beyond the limit, in which the worker itself can tell a module that merely waits from one that blocks. */
const GRACE = 500;
/** Longest that a worker may be busy with what no module is to blame for. */
const SILENCE = 300_000;
/** Time in which an interrupted worker can end by itself. */
const PATIENCE = 2000;

type Ended =
  | { readonly code: ExitCode }
  | { readonly signal: NodeJS.Signals }
  | { readonly during: Entered | undefined; readonly about: FailureAbout };

/**
 * Runs a command line in a process of its own, since code of the user's may never end, end the process, or eat all memory.
 * The module to blame is then left out, and the rest is run again without it. `fail` tells what no module can be blamed for.
 */
export async function supervise(
  argv: readonly string[],
  io: Io,
  input: string | undefined,
  fail: (about: FailureAbout) => Promise<ExitCode>,
): Promise<ExitCode | NodeJS.Signals> {
  const scratch = scratchFolder();
  let skipped: Record<string, FailureAbout> = {};
  try {
    for (;;) {
      const orders: Orders = { skipped, scratch, stdout: { isTTY: io.stdout.isTTY === true, columns: io.stdout.columns } };
      const ended = await runWorker(argv, orders, input, () => {
        skipped = {};
      });
      if ('code' in ended) return ended.code;
      if ('signal' in ended) return ended.signal;
      const { during, about } = ended;
      if (during === undefined || Object.hasOwn(skipped, during.file)) return fail(about);
      skipped = { ...skipped, [during.file]: about };
    }
  } finally {
    removeWorktree(scratch);
  }
}

function runWorker(argv: readonly string[], orders: Orders, input: string | undefined, forget: () => void): Promise<Ended> {
  const worker = join(packageRoot(), 'dist', 'cli', 'worker.js');
  const child = spawn(process.execPath, [...process.execArgv, worker, JSON.stringify(orders), ...argv], {
    // Whatever a module prints, by whatever means, goes to standard error: only the report is standard output.
    stdio: [input === undefined ? 'inherit' : 'pipe', 2, 2, 'pipe', 1],
  });
  child.stdin?.on('error', () => {}).end(input);
  return watched(child, forget);
}

function watched(child: ChildProcess, forget: () => void): Promise<Ended> {
  let during: Entered | undefined;
  let code: ExitCode | undefined;
  let timer: NodeJS.Timeout | undefined;
  let about: FailureAbout | undefined;
  let interrupted = false;
  const giveUp = (why: FailureAbout, milliseconds: number) => {
    timer = setTimeout(() => {
      about = why;
      child.kill('SIGKILL');
    }, milliseconds);
  };
  const heard = (message: Message) => {
    clearTimeout(timer);
    during = 'enter' in message ? message.enter : undefined;
    if ('ended' in message) code = message.ended;
    else if ('forget' in message) forget();
    else if (during === undefined) giveUp(stuck(SILENCE / 1000), SILENCE);
    else giveUp(hung(during), during.seconds * 1000 + GRACE);
  };
  const interrupt = (signal: NodeJS.Signals) => {
    interrupted = true;
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), PATIENCE).unref();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, interrupt);
  eachLine(child.stdio[CHANNEL] as Readable, (line) => heard(JSON.parse(line) as Message));
  return new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => {
      if (code !== undefined) resolve({ code });
      else if (interrupted) resolve({ signal: signal ?? 'SIGTERM' });
      else if (status === EXIT.BUG) resolve({ code: EXIT.BUG });
      else resolve({ during, about: about ?? (during === undefined ? lost(status, signal) : died(during, status, signal)) });
    });
  }).finally(() => {
    clearTimeout(timer);
    for (const signal of signals) process.off(signal, interrupt);
  });
}

function eachLine(stream: Readable, line: (text: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const each of lines) line(each);
  });
}
