import { finish } from '../../../src/answer/lift.js';
import { lookByCode } from '../../../src/answer/looks/code.js';
import type { Quicken } from '../../../src/answer/looks/index.js';
import { Lowered } from '../../../src/answer/lowered.js';
import { parseText } from '../../../src/answer/parse-text.js';
import { loaded } from '../../../src/answer/program.js';
import type { Compiled, Decoded } from '../../../src/compiled.js';

/** Code from the first object on. */
export const atOnce: Quicken = (_look, shape, lowered, lookOf) => lookByCode(shape, lowered, lookOf);

export interface Ways {
  decode(wire: unknown): Decoded<unknown>;
  /** Before any code is generated, and after. */
  readonly parse: readonly ((text: string) => Decoded<unknown>)[];
}

/** The ways in which an answer may be read. */
export function waysOf(compiled: Compiled, maxDepth = 500): Ways {
  const { schema } = loaded(compiled.program);
  const walkers = [new Lowered(compiled.lowered), new Lowered(compiled.lowered, atOnce)];
  return {
    decode: (wire) => finish(walkers[0] as Lowered, schema, wire, maxDepth),
    parse: walkers.map((walker) => (text: string) => parseText(walker, schema, text, maxDepth)),
  };
}
