import type { FailureAbout } from '../failure.js';
import type { Entered } from './message.js';

/** A module that blocked beyond its time, so that its process had to be ended. */
export function hung({ file, shown, doing, seconds }: Entered): FailureAbout {
  const message =
    doing === 'loading'
      ? `${shown} did not finish loading within ${seconds} s. It blocks (an endless loop?), so it was stopped and left out.`
      : `${shown} was not done with ${doing} within ${seconds} s. Code of the schema blocks (an endless loop in a getter or a lazy schema?), so it was stopped, and the module left out.`;
  return {
    code: 'module-timeout',
    message,
    help: 'Run the module by itself to see where it hangs; --timeout gives it longer.',
    file,
  };
}

/** A module whose code ended the process. */
export function died({ file, shown, doing }: Entered, status: number | null, signal: NodeJS.Signals | null): FailureAbout {
  return {
    code: 'module-died',
    message: `The process ended (${how(status, signal)}) while ${shown} was ${doing}, so the module was left out.`,
    help: 'Run the module by itself to see why. Keep schemas in a module that does nothing else when imported.',
    file,
  };
}

/** No module was running that could be to blame. */
export function lost(status: number | null, signal: NodeJS.Signals | null): FailureAbout {
  return {
    code: 'module-died',
    message: `The process was ended (${how(status, signal)}) before bascule was done, most likely by a module it had loaded. Nothing can be said about the schemas.`,
    help: 'Keep schemas in a module that starts nothing when imported; run on one file at a time to see which it is.',
  };
}

/** The worker was busy for longer than can be right, with none of the modules to blame. */
export function stuck(seconds: number): FailureAbout {
  return {
    code: 'stuck',
    message: `bascule was not done after ${seconds} s in which it ran no module, so it was stopped. Nothing can be said about the schemas.`,
    help: 'Run on one file at a time to see which it is, and please report it.',
  };
}

function how(status: number | null, signal: NodeJS.Signals | null): string {
  if (signal === null) return status === 134 ? OUT_OF_MEMORY : `exit code ${status}`;
  return signal === 'SIGABRT' || signal === 'SIGKILL' ? `${signal}, ${OUT_OF_MEMORY}` : signal;
}

const OUT_OF_MEMORY = 'most likely out of memory';
