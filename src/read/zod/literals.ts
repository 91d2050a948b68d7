import { isPrimitive, type Json } from '../../ir/json.js';
import { pointer } from '../../ir/pointer.js';
import type { Loss, Shape } from '../../ir/shape.js';
import { refine } from './facets.js';
import { instance } from './scalars.js';
import { OMITTABLE, type Place, type Reader } from './schema.js';

export const readLiteral: Reader<'literal'> = (def, place) => literals(def.values, place);

export const readEnum: Reader<'enum'> = (def, place) => literals(place.schema._zod.values ?? enumValues(def.entries), place);

/** The values of an object like a TypeScript enum, which also leads from its numbers back to their names. */
function enumValues(entries: Readonly<Record<string, unknown>>): unknown[] {
  const numbers = new Set(Object.values(entries).filter((value) => typeof value === 'number'));
  return Object.keys(entries)
    .filter((key) => !numbers.has(Number(key)))
    .map((key) => entries[key]);
}

function literals(values: Iterable<unknown>, { path, mode, walk }: Place): Shape {
  const json: Json[] = [];
  const others: ((path: string) => Shape)[] = [];
  const losses: Loss[] = [];
  let absent = false;
  for (const value of new Set(values)) {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      if (Number.isNaN(value)) others.push((at) => instance('nan', at));
      else losses.push({ path, keyword: 'const', note: `${value} cannot be said in JSON` });
    } else if (isPrimitive(value)) json.push(value);
    else if (value === undefined) absent = true;
    else if (typeof value === 'bigint')
      others.push((at) => ({ ...instance('bigint', at), facets: [refine(at, `Exactly ${value}.`)] }));
    else walk.refuse(path, 'A symbol has no text form', 'Use a string as the literal.');
  }
  if (absent && !(mode & OMITTABLE && json.length + others.length > 0)) others.push((at) => instance('undefined', at));
  const make = json.length > 0 ? [(at: string): Shape => ({ kind: 'literal', values: json, path: at }), ...others] : others;
  let shape: Shape;
  if (make.length === 1) shape = (make[0] as (at: string) => Shape)(path);
  else if (make.length === 0) shape = { kind: 'never', path, reason: 'no literal value is left' };
  else shape = { kind: 'union', path, options: make.map((option, index) => option(pointer(`${path}/anyOf`, index))) };
  return losses.length > 0 ? { ...shape, losses } : shape;
}
