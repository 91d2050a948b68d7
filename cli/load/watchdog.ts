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
const { workerData } = require('node:worker_threads');
setTimeout(() => {
  try {
    const { Session } = require('node:inspector');
    const session = new Session();
    session.connectToMainThread();
    session.post('Runtime.evaluate', { expression: 'globalThis[Symbol.for("bascule.watchdog")]()' });
    setTimeout(kill, 2000);
  } catch {
    kill();
  }
}, workerData.milliseconds);
function kill() {
  require('node:fs').writeSync(2, workerData.lastWords);
  process.kill(process.pid, 'SIGKILL');
}
`;

export function watchdog(milliseconds: number, lastWords: string): { stop(): void } {
  Object.assign(globalThis, {
    [LAST_WORDS]: () => {
      writeSync(2, lastWords);
      // Or else Node adds that it waits for a debugger.
      closeSync(2);
      exit.call(process, EXIT.FAILURE);
    },
  });
  const worker = new Worker(CODE, { eval: true, workerData: { milliseconds, lastWords } });
  worker.unref();
  return { stop: () => void worker.terminate() };
}
