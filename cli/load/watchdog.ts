import { closeSync, writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { EXIT } from '../exit.js';

/** Taken before a guard replaces it. */
const { exit } = process;
const LAST_WORDS = Symbol.for('bascule.watchdog');

/**
 * A timer on the main thread never fires while a module loops there, so this one ticks in a worker. When it expires, the
 * inspector interrupts the main thread, which can then end the process with a message and the right exit code.
 */
const CODE = `
const { parentPort } = require('node:worker_threads');
let timer;
parentPort.on('message', (watch) => {
  clearTimeout(timer);
  if (watch) timer = setTimeout(() => expire(watch.lastWords), watch.milliseconds);
});
function expire(lastWords) {
  const kill = () => {
    require('node:fs').writeSync(2, lastWords);
    process.kill(process.pid, 'SIGKILL');
  };
  try {
    const { Session } = require('node:inspector');
    const session = new Session();
    session.connectToMainThread();
    session.post('Runtime.evaluate', { expression: 'globalThis[Symbol.for("bascule.watchdog")]()' });
    setTimeout(kill, 2000);
  } catch {
    kill();
  }
}
`;

let worker: Worker | undefined;

export function watchdog(milliseconds: number, lastWords: string): { stop(): void } {
  Object.assign(globalThis, { [LAST_WORDS]: () => end(lastWords) });
  try {
    worker ??= started();
  } catch {
    // No thread may be started here; a module that blocks then blocks the command.
  }
  worker?.postMessage({ milliseconds, lastWords });
  return { stop: () => worker?.postMessage(undefined) };
}

function started(): Worker {
  const made = new Worker(CODE, { eval: true });
  made.unref();
  return made;
}

function end(lastWords: string): void {
  writeSync(2, lastWords);
  // Or else Node adds that it waits for a debugger.
  closeSync(2);
  exit.call(process, EXIT.FAILURE);
}
