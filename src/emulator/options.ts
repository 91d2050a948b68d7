import { isRecord } from '../ir/json.js';
import { claude } from '../targets/claude.js';
import { target } from '../targets/index.js';
import type { TargetProfile } from '../targets/profile.js';
import type { EmulatedModel } from './models.js';
import type { Reply } from './reply.js';

/** A request as it came in. */
export interface RecordedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** With its question mark; empty where there is none. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON; undefined where there was none. */
  readonly body: unknown;
  /** What the answer's header `request-id` says. */
  readonly requestId: string;
}

/** What a `reply` is asked about: a request to `/v1/messages`, or one of a batch. */
export interface ReplyRequest extends RecordedRequest {
  /** Set for the request of a batch. */
  readonly customId?: string;
}

/** A file that `/v1/files` hands out. */
export interface EmulatedFile {
  readonly filename: string;
  readonly content: string | Uint8Array;
  /** Default `'application/octet-stream'`. */
  readonly mimeType?: string;
}

export interface EmulatorOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default `'127.0.0.1'`. */
  readonly host?: string;
  /** Same seed and same request, same answer. Default 1. */
  readonly seed?: number;
  /** What is enforced. Default: the profile `claude`. */
  readonly target?: TargetProfile;
  /** Answers where the script has nothing; undefined leaves the answer to the generator. */
  readonly reply?: (request: ReplyRequest) => Reply | undefined | Promise<Reply | undefined>;
  /** Models beside the built-in ones, or in place of those with the same id. */
  readonly models?: readonly EmulatedModel[];
  /** Files by id, such as those that scripted code execution says it produced. */
  readonly files?: Readonly<Record<string, EmulatedFile>>;
  /** Milliseconds until a batch has ended. Default 20. */
  readonly batchMs?: number;
  /** Requests that are remembered, newest kept. Default 1000. */
  readonly keep?: number;
}

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly seed: number;
  readonly profile: TargetProfile;
  readonly reply: EmulatorOptions['reply'];
  readonly models: readonly EmulatedModel[];
  readonly files: Readonly<Record<string, EmulatedFile>>;
  readonly batchMs: number;
  readonly keep: number;
}

const KNOWN = ['port', 'host', 'seed', 'target', 'reply', 'models', 'files', 'batchMs', 'keep'];

/** The options with their defaults. Throws `TypeError` with a sentence for what they can't be. */
export function settingsOf(options: EmulatorOptions): Settings {
  if (!isRecord(options as unknown)) throw new TypeError('The options of an emulator are an object, such as { seed: 7 }.');
  const stray = Object.keys(options).find((name) => !KNOWN.includes(name));
  if (stray !== undefined) throw new TypeError(`There is no option ${JSON.stringify(stray)}; there are ${KNOWN.join(', ')}.`);
  const { port = 0, host = '127.0.0.1', seed = 1, batchMs = 20, keep = 1000, reply, models = [], files = {} } = options;
  whole('port', port, 65_535);
  whole('batchMs', batchMs, 2 ** 31 - 1);
  whole('keep', keep, Number.MAX_SAFE_INTEGER);
  if (typeof seed !== 'number' || !Number.isFinite(seed)) throw new TypeError('The option "seed" must be a number.');
  if (typeof host !== 'string' || host === '') throw new TypeError('The option "host" must be the name or address to listen at.');
  if (reply !== undefined && typeof reply !== 'function')
    throw new TypeError('The option "reply" must be a function that takes a request and gives a reply.');
  if (!Array.isArray(models) || !models.every((model: unknown) => isRecord(model) && typeof model['id'] === 'string'))
    throw new TypeError('The option "models" must be a list of models such as { id: \'claude-test-1\' }.');
  if (!isRecord(files as unknown)) throw new TypeError('The option "files" must be an object that holds each file by its id.');
  for (const [id, file] of Object.entries(files)) checkFile(id, file);
  const targeted = target(options.target ?? claude);
  if (targeted.error)
    throw new TypeError(`The option "target" can not be used. ${targeted.error.message} ${targeted.error.help}`);
  return { port, host, seed, profile: targeted.profile, reply, models, files, batchMs, keep };
}

/** Throws `TypeError` with a sentence for what is no file. */
export function checkFile(id: unknown, file: unknown): void {
  const { filename, content } = (file ?? {}) as Partial<EmulatedFile>;
  if (typeof id === 'string' && typeof filename === 'string' && (typeof content === 'string' || content instanceof Uint8Array))
    return;
  throw new TypeError(
    `The file ${JSON.stringify(id)} can not be handed out: a file has an id and is { filename, content }, with text or a Uint8Array as content.`,
  );
}

function whole(name: string, value: unknown, most: number): void {
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > most)
    throw new TypeError(`The option "${name}" must be a whole number from 0 to ${most}.`);
}
