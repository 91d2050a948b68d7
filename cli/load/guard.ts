import { Failure } from '../failure.js';
import type { Io } from '../io.js';
import { placeOf } from './stack.js';

export interface GuardOptions {
  /** How messages call the module. */
  readonly shown: string;
  readonly file: string | undefined;
  readonly seconds: number;
  readonly io: Io;
}

/** Time that an endless loop gets beyond the limit, so that a module that merely waits is told from one that blocks. */
const GRACE = 500;

let guards = 0;

/** Whether stray errors are being caught for a module that is loading. */
export function isGuarding(): boolean {
  return guards > 0;
}

/** Runs code of the user's that may wait for ever, end the process, throw from a timer, or print. */
export async function guarded<Value>(load: () => Promise<Value>, options: GuardOptions): Promise<Value> {
  const { shown, seconds, io } = options;
  const milliseconds = seconds * 1000;
  const hangs = `${shown} did not finish loading within ${seconds} s.`;
  const watchdog = io.watchdog?.(
    milliseconds + GRACE,
    `${hangs} It blocks (an endless loop?), so bascule had to stop; nothing after it was looked at. Run the module by itself to see where it hangs; --timeout gives it longer.\n`,
  );
  const undo: (() => void)[] = [() => watchdog?.stop()];
  try {
    return await new Promise<Value>((resolve, reject) => {
      const timer = setTimeout(() => reject(timedOut(hangs, options)), milliseconds);
      undo.push(() => clearTimeout(timer), ...preventExit(options, reject), ...catchStray(reject), ...divertOutput(io));
      load().then(resolve, reject);
    });
  } finally {
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

function preventExit({ shown, file }: GuardOptions, reject: (error: unknown) => void): (() => void)[] {
  const { exit, exitCode } = process;
  process.exit = (code) => {
    const by = placeOf(new Error('exit').stack ?? '')?.file;
    const who = by === undefined || by === file ? '' : ` (in ${by})`;
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
function catchStray(reject: (error: unknown) => void): (() => void)[] {
  const stray = (error: unknown) => reject(error);
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
