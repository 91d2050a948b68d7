#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { bugReport } from './bug.js';
import { EXIT } from './exit.js';
import type { Io } from './io.js';
import { isGuarding } from './load/guard.js';
import { watchdog } from './load/watchdog.js';
import { run } from './run.js';

const argv = process.argv.slice(2);
const interruption = new AbortController();
let ended = false;

/** A closed pipe (`| head`) is no error: there is just nobody left to write to. */
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    interruption.abort();
  });

/** A module of the user's that ends the process later on must not make the run look clean. */
process.on('exit', (code) => {
  if (ended || code === EXIT.FAILURE || code === EXIT.BUG) return;
  writeSync(
    2,
    'The process was ended before bascule was done, most likely by a module it had loaded. Nothing can be said about the schemas.\n',
  );
  process.exitCode = EXIT.FAILURE;
});

/** Only a user's module still runs code of its own that nobody waits for. While one loads, its guard sees to that. */
const stray = (error: unknown) => {
  if (isGuarding()) return;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (/[\\/]bascule[\\/]dist[\\/]/.test(text.split('\n')[1] ?? '')) {
    writeSync(2, bugReport(error, argv, argv.includes('--verbose')));
    process.exit(EXIT.BUG);
  }
  writeSync(
    2,
    `A loaded module threw after it had been loaded, so the run was stopped: ${text}\nKeep schemas in a module that starts nothing when imported.\n`,
  );
  process.exit(EXIT.FAILURE);
};
process.on('uncaughtException', stray).on('unhandledRejection', stray);

const io: Io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  watchdog,
  interrupted() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort());
    return interruption.signal;
  },
};

const code = await run(argv, io);
await Promise.all(
  [process.stdout, process.stderr].map((stream) => new Promise<void>((resolve) => stream.write('', () => resolve()))),
);
ended = true;
process.exit(code);
