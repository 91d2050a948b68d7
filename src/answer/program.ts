import type { Decoded } from '../compiled.js';
import type { Decoder } from '../emit/decoder.js';
import type { Json } from '../ir/json.js';
import type { Finisher } from '../read/source.js';
import type { FormatTest } from './constraints.js';
import { encodeValid } from './encode/valid.js';
import { finish, finishAsync } from './lift.js';
import { Lowered } from './lowered.js';
import { parseText, parseTextAsync } from './parse-text.js';
import { revive } from './revive.js';

const DEEPEST = 500;

/** What a generated module decodes and encodes with. */
export interface Program<Input, Output> {
  readonly types?: { readonly input: Input; readonly output: Output };
}

/** A program as the rooms of bascule see it. */
export interface Loaded<Input, Output> extends Program<Input, Output> {
  readonly lowered: Lowered;
  readonly schema: Finisher;
  readonly maxDepth: number;
}

/** Puts the data of an artifact and the user's own schema together. The data is not looked at before the first value comes. */
export function load<Input, Output>(
  decoder: Decoder,
  schema: Finisher | Finisher['finish'],
  options: { readonly maxDepth?: number } = {},
): Program<Input, Output> {
  let lowered: Lowered | undefined;
  const loaded: Loaded<Input, Output> = {
    get lowered() {
      lowered ??= new Lowered(revive(decoder));
      return lowered;
    },
    schema:
      typeof schema === 'function' ? { finish: schema, finishAsync: async (value, isJson) => schema(value, isJson) } : schema,
    maxDepth: options.maxDepth ?? DEEPEST,
  };
  return loaded;
}

/** What is inside a program. */
export function loaded<Input, Output>(program: Program<Input, Output>): Loaded<Input, Output> {
  return program as Loaded<Input, Output>;
}

/** Wire value → source value, checked and finished. Never throws. */
export function decode<Output>(program: Program<unknown, Output>, wire: unknown): Decoded<Output> {
  const { lowered, schema, maxDepth } = program as Loaded<unknown, Output>;
  return finish(lowered, schema, wire, maxDepth) as Decoded<Output>;
}

/** The same for schemas that need promises. Never rejects. */
export function decodeAsync<Output>(program: Program<unknown, Output>, wire: unknown): Promise<Decoded<Output>> {
  const { lowered, schema, maxDepth } = program as Loaded<unknown, Output>;
  return finishAsync(lowered, schema, wire, maxDepth) as Promise<Decoded<Output>>;
}

/** JSON text → source value. Never throws. */
export function parse<Output>(program: Program<unknown, Output>, text: string): Decoded<Output> {
  const { lowered, schema, maxDepth } = program as Loaded<unknown, Output>;
  return parseText(lowered, schema, text, maxDepth) as Decoded<Output>;
}

/** The same for schemas that need promises. Never rejects. */
export function parseAsync<Output>(program: Program<unknown, Output>, text: string): Promise<Decoded<Output>> {
  const { lowered, schema, maxDepth } = program as Loaded<unknown, Output>;
  return parseTextAsync(lowered, schema, text, maxDepth) as Promise<Decoded<Output>>;
}

/** Source value → wire value. Throws `EncodeError`. Where the wire holds a format, `formats` is needed: `wireFormats`. */
export function encode<Input>(program: Program<Input, unknown>, value: Input, formats: FormatTest = unknownFormat): Json {
  const { lowered, schema, maxDepth } = program as Loaded<Input, unknown>;
  return encodeValid(lowered, schema, value, maxDepth, formats);
}

function unknownFormat(name: string): never {
  throw new TypeError(`the wire holds the format ${name}, and \`encode\` was given no \`formats\``);
}
