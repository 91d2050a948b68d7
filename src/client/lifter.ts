import { type Loaded, loaded, type Program } from '../answer/program.js';
import type { Decoded } from '../compiled.js';
import type { Json } from '../ir/json.js';

/** What an answer is asked for and read with: what `compile` gives, or a generated module. */
export interface Lifter<Input = never, Output = unknown> {
  readonly wire: object;
  readonly program: Program<unknown, Output>;
  encode(value: Input): Json;
  decode(wire: unknown): Decoded<Output>;
  decodeAsync(wire: unknown): Promise<Decoded<Output>>;
  parse(text: string): Decoded<Output>;
  parseAsync(text: string): Promise<Decoded<Output>>;
}

export function isLifter(output: unknown): output is Lifter {
  const candidate = output as Partial<Lifter> | null | undefined;
  try {
    return (
      (typeof candidate === 'object' || typeof candidate === 'function') &&
      candidate !== null &&
      typeof candidate.wire === 'object' &&
      typeof candidate.program === 'object' &&
      typeof candidate.parse === 'function' &&
      typeof candidate.decode === 'function'
    );
  } catch {
    // A schema whose parts can't be asked for: it is for the compiler to say so.
    return false;
  }
}

/** For entries without the compiler. Throws `TypeError` for a schema that is not compiled. */
export function compiledOnly(output: unknown): Lifter {
  if (isLifter(output)) return output;
  throw new TypeError(
    'This entry holds no compiler: pass `compile(schema)` or a generated module (`import * as invoice from "./invoice.bascule.js"`), or import from "bascule".',
  );
}

export function loadedOf(lifter: Lifter): Loaded<unknown, unknown> {
  return loaded(lifter.program);
}
