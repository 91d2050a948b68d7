import { Failure } from '../failure.js';
import type { Io } from '../io.js';
import { strayError, strayExit } from '../isolate/stray.js';
import { placeOf } from './stack.js';

export interface GuardOptions {
  /** How messages call the module. */
  readonly shown: string;
  readonly file: string | undefined;
  readonly seconds: number;
  readonly io: Io;
  /** Whether a file was loaded before, so that what it does now is not the module's doing. */
  earlier(file: string): boolean;
}

let guards = 0;

/** Whether stray errors are being caught for a module that is loading. */
export function isGuarding(): boolean {
  return guards > 0;
}

/** Runs code of the user's that may wait for ever, end the process, throw from a timer, or print. One that blocks is for whoever isolates us. */
export async function guarded<Value>(load: () => Promise<Value>, options: GuardOptions): Promise<Value> {
  const { shown, file, seconds, io } = options;
  const milliseconds = seconds * 1000;
  const hangs = `${shown} did not finish loading within ${seconds} s.`;
  const undo: (() => void)[] = [];
  if (file !== undefined) io.isolation?.enter({ file, shown, doing: 'loading', seconds });
  try {
    return await new Promise<Value>((resolve, reject) => {
      const timer = setTimeout(() => reject(timedOut(hangs, options)), milliseconds);
      undo.push(() => clearTimeout(timer), ...preventExit(options, reject), ...catchStray(reject, options), ...divertOutput(io));
      load().then(resolve, reject);
    });
  } finally {
    io.isolation?.leave();
    for (const step of undo) step();
  }
}

function timedOut(message: string, { file }: GuardOptions): Failure {
  return new Failure({
    code: 'module-timeout',
    message: `${message} It waits for something that does not come, such as a connection or a top-level await.`,
    help: 'Keep schemas in a module that does nothing else when imported; --timeout gives it longer.',
    file,
  });
}

function preventExit({ shown, file, io, earlier }: GuardOptions, reject: (error: unknown) => void): (() => void)[] {
  const { exit, exitCode } = process;
  process.exit = (code) => {
    const by = placeOf(new Error('exit').stack ?? '')?.file;
    const who = by === undefined || by === file ? '' : ` (in ${by})`;
    if (io.isolation && by !== undefined && earlier(by)) {
      const failure = strayExit(code, by);
      io.isolation.stray(failure);
      throw failure;
    }
    const failure = new Failure({
      code: 'module-exit',
      message: `The process would have ended while ${shown} was loading: process.exit(${code ?? ''}) was called${who}.`,
      help: 'Move the schemas to a module that only declares them, or guard the call so that it does not run on import.',
      file,
    });
    reject(failure);
    throw failure;
  };
  return [
    () => {
      process.exit = exit;
      process.exitCode = exitCode;
    },
  ];
}

/** Errors that no `await` sees, since they come from a timer or a promise nobody waits for. */
function catchStray(reject: (error: unknown) => void, { io, earlier }: GuardOptions): (() => void)[] {
  const stray = (error: unknown) => {
    // What ended a call of process.exit has been told.
    if (error instanceof Failure) return;
    const by = error instanceof Error ? placeOf(error.stack ?? '')?.file : undefined;
    if (io.isolation && by !== undefined && earlier(by)) io.isolation.stray(strayError(error));
    else reject(error);
  };
  process.on('uncaughtException', stray).on('unhandledRejection', stray);
  guards++;
  return [
    () => {
      guards--;
      process.off('uncaughtException', stray).off('unhandledRejection', stray);
    },
  ];
}

/** Standard output is for reports: what a module prints while loading goes to standard error. */
function divertOutput(io: Io): (() => void)[] {
  const { write } = process.stdout;
  process.stdout.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    io.stderr.write(typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk));
    const callback = rest.find((argument) => typeof argument === 'function') as (() => void) | undefined;
    if (callback) queueMicrotask(callback);
    return true;
  }) as typeof write;
  return [
    () => {
      process.stdout.write = write;
    },
  ];
}
