#!/usr/bin/env node
import { Failure } from './failure.js';
import type { Io } from './io.js';
import { isStdin, mayLoadModules } from './isolate/needs.js';
import { run, tell } from './run.js';

const argv = process.argv.slice(2);
const interruption = new AbortController();

const io: Io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  interrupted() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort());
    return interruption.signal;
  },
};

/** A closed pipe (`| head`) is no error: there is just nobody left to write to. */
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    interruption.abort();
  });

const ended = mayLoadModules(argv, io.cwd) ? await inWorker() : await run(argv, io);
await Promise.all(
  [process.stdout, process.stderr].map((stream) => new Promise<void>((resolve) => stream.write('', () => resolve()))),
);
if (typeof ended === 'string') process.kill(process.pid, ended);
else process.exit(ended);

async function inWorker() {
  const { supervise } = await import('./isolate/supervise.js');
  // A second worker could not read what the first one has read.
  const input = argv.some(isStdin) ? await (await import('./load/stdin.js')).readStdin(io) : undefined;
  return supervise(argv, io, input, (about) => tell(new Failure(about), argv, io));
}
