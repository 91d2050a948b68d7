import type { InstanceType, Shape } from '../../ir/shape.js';
import { readChecks } from './checks.js';
import { coerced } from './losses.js';
import type { Place, Reader } from './schema.js';

export function readAny(_def: unknown, { path }: Place): Shape {
  return { kind: 'any', path };
}

export const readNever: Reader<'never'> = (_def, { path }) => ({ kind: 'never', path, reason: 'z.never() admits nothing' });

export const readNull: Reader<'null'> = (_def, { path }) => ({ kind: 'null', path });

export const readBoolean: Reader<'boolean'> = (def, { path }) => {
  const shape: Shape = { kind: 'boolean', path };
  return def.coerce ? coerced(shape) : shape;
};

export const readDate: Reader<'date'> = (def, { path }) => {
  const { facets } = readChecks(def, path, 'other');
  const shape: Shape = { ...instance('date', path), ...(facets.length > 0 && { facets }) };
  return def.coerce ? coerced(shape) : shape;
};

export function readUndefined(_def: unknown, { path }: Place): Shape {
  return instance('undefined', path);
}

export const readNaN: Reader<'nan'> = (_def, { path }) => instance('nan', path);

export function instance(type: InstanceType, path: string, parts: readonly Shape[] = []): Shape {
  return { kind: 'instance', type, parts, path };
}

/** The shape, or `undefined` where that is a value of its own. */
export function orUndefined(shape: Shape): Shape {
  return { kind: 'union', path: shape.path, options: [shape, instance('undefined', shape.path)] };
}

const REFUSED = {
  symbol: ['A symbol has no text form', 'Use z.enum() or z.literal() with strings, or z.codec() with a string as input.'],
  function: ['A function cannot be said in JSON', 'Describe the data that the function would work on instead.'],
  file: ['A file cannot be said in JSON', 'Take a string, such as z.base64(), and make the file of it with z.codec().'],
  promise: ['A promise cannot be said in JSON', 'Use the schema of what the promise resolves to.'],
} as const;

export function readRefused({ type }: { readonly type: keyof typeof REFUSED }, { path, walk }: Place): Shape {
  const [what, help] = REFUSED[type];
  return walk.refuse(path, what, help);
}
