import { writeSync } from 'node:fs';
import { bugReport } from '../bug.js';
import { EXIT } from '../exit.js';
import { Failure } from '../failure.js';
import type { Io } from '../io.js';
import { isGuarding } from '../load/guard.js';
import { placeOf } from '../load/stack.js';
import { run } from '../run.js';
import { tell, WorkerIsolation } from './isolation.js';
import { type Orders, REPORTS } from './message.js';
import { strayError, strayExit } from './stray.js';
import { writeAll } from './write-all.js';

const { exit } = process;
const [orders = '', ...argv] = process.argv.splice(2, process.argv.length - 2);
process.argv.push(...argv);
const { skipped, scratch, stdout } = JSON.parse(orders) as Orders;
const isolation = new WorkerIsolation(skipped);
const interruption = new AbortController();

/** Only a user's module still runs code of its own that nobody waits for. While one loads, its guard sees to that; a `Failure` has been told. */
const stray = (error: unknown) => {
  if (isGuarding() || error instanceof Failure) return;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (/[\\/]bascule[\\/]dist[\\/]/.test(text.split('\n')[1] ?? '')) {
    writeSync(2, bugReport(error, argv, argv.includes('--verbose')));
    exit.call(process, EXIT.BUG);
  }
  isolation.stray(strayError(error));
};
process.on('uncaughtException', stray).on('unhandledRejection', stray);

/** Nor may it end the process later on: that would make the run look clean, or hide what else there is to say. */
process.exit = (code) => {
  const file = placeOf(new Error('exit').stack ?? '')?.file;
  const failure = strayExit(code, file);
  isolation.stray(failure);
  throw failure;
};

const io: Io = {
  stdin: process.stdin,
  stdout: {
    ...stdout,
    write: (text) => writeAll(REPORTS, text) || interruption.abort(),
  },
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  isolation,
  scratch,
  interrupted() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interruption.abort());
    return interruption.signal;
  },
};
process.stderr.on('error', () => {});

const code = await run(argv, io);
await new Promise<void>((resolve) => process.stderr.write('', () => resolve()));
tell({ ended: code });
exit.call(process, code);
