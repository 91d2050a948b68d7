import { resolve } from 'node:path';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../../src/emulator/index.js';
import { EXIT } from '../../exit.js';
import { Failure, usage } from '../../failure.js';
import { compileOptions } from '../../load/settings.js';
import { type Context, command } from '../command.js';
import { repliesIn } from './replies.js';

const OPTIONS = {
  port: { type: 'number', argument: 'n', help: 'port to listen at (default: any that is free)' },
  host: { type: 'string', argument: 'name', help: 'name or address to listen at (default: 127.0.0.1)' },
  seed: { type: 'number', argument: 'n', help: 'same seed and same request, same answer (default: 1)' },
  replies: {
    type: 'string',
    argument: 'file',
    help: 'answer with the replies of a JSON or JSONL file, in order; then with generated ones',
  },
} as const;

type ServeContext = Context<typeof OPTIONS>;

export const serveCommand = command({
  usage: 'serve [options]',
  about: `Runs an emulator of the Claude Messages API on this machine, until it is interrupted. It refuses what the target refuses, in the API's words,
and answers with values of the schema. The header x-bascule-misbehave makes it misbehave: "truncate=120; chunk=1".`,
  options: OPTIONS,
  addresses: false,
  examples: ['bascule serve --port 8787', 'bascule serve --replies answers.jsonl --seed 7'],
  async run(context) {
    const [stray] = context.positionals;
    if (stray !== undefined)
      throw usage(`"serve" takes no address, but was given "${stray}".`, 'A file of replies is named with --replies.');
    const emulator = await listening(context);
    try {
      script(context, emulator);
      await context.print({
        command: 'serve',
        exit: EXIT.CLEAN,
        findings: [],
        data: { url: emulator.url },
        repeated: true,
        pretty: () => `Listening at ${emulator.url}: new Anthropic({ baseURL: '${emulator.url}', apiKey: 'offline' })`,
      });
      await interrupted(context);
    } finally {
      await emulator.close();
    }
    return EXIT.CLEAN;
  },
});

async function listening({ options }: ServeContext): Promise<Emulator> {
  const { port, host, seed } = options;
  const asked: EmulatorOptions = {
    ...(port !== undefined && { port }),
    ...(host !== undefined && { host }),
    ...(seed !== undefined && { seed }),
    ...targetOf(options),
  };
  try {
    return await createEmulator(asked);
  } catch (error) {
    throw failureOf(error, host ?? '127.0.0.1', port);
  }
}

function targetOf(options: ServeContext['options']): Pick<EmulatorOptions, 'target'> {
  const { target } = compileOptions(options.target === undefined ? {} : { target: options.target }, {}, {});
  return typeof target === 'object' ? { target } : {};
}

function failureOf(error: unknown, host: string, port: number | undefined): unknown {
  if (error instanceof TypeError) return usage(error.message, 'Run "bascule serve --help" for what the options take.');
  const { code } = error as NodeJS.ErrnoException;
  const place = port === undefined ? host : `${host}:${port}`;
  const known: Record<string, readonly [message: string, help: string]> = {
    EADDRINUSE: [
      `Something else is listening at ${place} already.`,
      'End it, or name another port with --port; without --port a free one is taken.',
    ],
    EACCES: [`This user may not listen at ${place}.`, 'Name a port above 1023 with --port.'],
    EADDRNOTAVAIL: [`${host} is no address of this machine.`, 'Name another one with --host, such as 127.0.0.1.'],
    ENOTFOUND: [`There is no host named ${host}.`, 'Name another one with --host, such as 127.0.0.1.'],
    EAI_AGAIN: [`The host named ${host} could not be looked up.`, 'Name an address with --host, such as 127.0.0.1.'],
  };
  const found = code === undefined ? undefined : known[code];
  return found ? new Failure({ code: 'cannot-listen', message: found[0], help: found[1], cause: error }) : error;
}

function script({ cwd, options }: ServeContext, emulator: Emulator): void {
  if (options.replies === undefined) return;
  const { replies, locate } = repliesIn(resolve(cwd, options.replies), options.replies);
  replies.forEach((reply, index) => {
    try {
      emulator.script(reply);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new Failure({
        code: 'no-reply',
        message: `${locate(index)} is no reply. ${error.message}`,
        help: 'A reply is a JSON object such as {"text": "Hello"}, {"value": {…}} or {"error": {"status": 529}}.',
        file: resolve(cwd, options.replies ?? ''),
        cause: error,
      });
    }
  });
}

function interrupted({ io }: ServeContext): Promise<void> {
  const signal = io.interrupted?.();
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}
