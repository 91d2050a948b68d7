import type { Encoding } from '../ir/encoding.js';
import { isRecord } from '../ir/json.js';
import type { Pins } from '../ir/shape.js';

const ENCODINGS: ReadonlySet<unknown> = new Set<Encoding>(['optional', 'nullable', 'list', 'bare', 'tagged', 'lists']);

/**
 * What a schema asks of the plan at its own place: `.meta({ bascule: { encode: 'list' } })` in Zod, a key `bascule` or
 * `x-bascule` in JSON Schema and TypeBox. `encode` is an encoding or several, `strict` (at the root of a tool's input)
 * whether the tool is strict. Undefined where nothing of the kind is said.
 */
export function pinsOf(value: unknown): Pins | undefined {
  if (!isRecord(value)) return undefined;
  const asked: readonly unknown[] = Array.isArray(value.encode) ? value.encode : [value.encode];
  const encode = asked.filter((each): each is Encoding => ENCODINGS.has(each));
  const strict = typeof value.strict === 'boolean' ? value.strict : undefined;
  if (encode.length === 0 && strict === undefined) return undefined;
  return { encode, ...(strict !== undefined && { strict }) };
}
