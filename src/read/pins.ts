import type { Encoding } from '../ir/encoding.js';
import { isRecord } from '../ir/json.js';
import type { Pins } from '../ir/shape.js';

const ENCODINGS: ReadonlySet<unknown> = new Set<Encoding>(['optional', 'nullable', 'list', 'entries', 'bare', 'tagged', 'lists']);

/**
 * What a schema asks of the plan at its own place: `.meta({ bascule: { encode: 'list' } })` in Zod, a key `bascule` or
 * `x-bascule` in JSON Schema and TypeBox. `encode` is an encoding or several, `strict` (at the root of a tool's input)
 * whether the tool is strict.
 */
export function pinsOf(value: unknown): Pins {
  if (!isRecord(value)) return { encode: [], wrong: `it is ${shown(value)}, not an object with \`encode\` or \`strict\`` };
  const { encode: given, strict, ...others } = value;
  const asked: readonly unknown[] = given === undefined ? [] : Array.isArray(given) ? given : [given];
  const encode = asked.filter((each): each is Encoding => ENCODINGS.has(each));
  const [unknown] = asked.filter((each) => !ENCODINGS.has(each)).map((each) => `${shown(each)} is no encoding`);
  const [other] = Object.keys(others).map((key) => `\`${key}\` is not known`);
  const odd = strict !== undefined && typeof strict !== 'boolean' ? `\`strict\` is ${shown(strict)}` : undefined;
  const wrong = unknown ?? odd ?? other;
  return { encode, ...(typeof strict === 'boolean' && { strict }), ...(wrong !== undefined && { wrong }) };
}

function shown(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : value === null ? 'null' : typeof value;
}
