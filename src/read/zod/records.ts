import { fillsIn, HELD, withLoss } from '../../ir/attach.js';
import { pointer } from '../../ir/pointer.js';
import type { ObjectShape, Property, Shape } from '../../ir/shape.js';
import { isOmittable } from './fallbacks.js';
import { nothingElse, readProperty } from './objects.js';
import { tryRun } from './run.js';
import { OMITTABLE, type Place, RELAXED, type Reader, type Schema } from './schema.js';

/** Zod leaves this key out of every record. */
const SKIPPED = ['__proto__'] as const;

export const readRecord: Reader<'record'> = (def, place) => {
  const { values } = def.keyType._zod;
  if (values) return finite([...values], def.valueType, def.partial === true, def.mode === 'loose', place);
  const keys = keyShape(place.walk.read(def.keyType, `${place.path}/propertyNames`, `${place.key}_key`, 0));
  // Earlier releases say `partialRecord` by hiding the values of the key schema.
  if (keys?.kind === 'literal') return finite(keys.values, def.valueType, true, def.mode === 'loose', place);
  return open(keys, def.valueType, def.mode === 'loose' || (place.mode & RELAXED) !== 0, place);
};

/** Keys that are known one by one are plain properties. */
function finite(keys: readonly unknown[], value: Schema, partial: boolean, loose: boolean, place: Place): Shape {
  const { path, mode, walk } = place;
  const under = `${path}/additionalProperties`;
  const properties: Property[] = [];
  const omittable = partial || isOmittable(value);
  let shared: Property | undefined;
  for (const key of new Set(keys.filter((item) => typeof item === 'string' || typeof item === 'number').map(String))) {
    if (partial) shared ??= { key, shape: held(value, walk.read(value, under, place.key, OMITTABLE)), required: false };
    else shared ??= readProperty(place.key, value, under, walk);
    properties.push({ ...shared, key, required: !omittable });
  }
  const base = { kind: 'object', path, properties, patterns: [] } as const;
  if (loose) return { ...base, rest: { kind: 'any', path: under }, openness: 'explicit' };
  return mode & RELAXED
    ? { ...base, rest: { kind: 'any', path: under }, openness: 'strip' }
    : { ...base, rest: nothingElse(under), openness: 'closed' };
}

function open(keys: Shape | undefined, value: Schema, loose: boolean, { path, key, walk }: Place): ObjectShape {
  const under = `${path}/additionalProperties`;
  const base = { kind: 'object', path, properties: [], openness: 'explicit', skips: SKIPPED } as const;
  if (!keys) return { ...base, patterns: [], rest: filledIn(value, walk.read(value, under, key, OMITTABLE)) };
  if (!loose) return { ...base, patterns: [], keys, rest: filledIn(value, walk.read(value, under, key, OMITTABLE)) };
  // Keys that fail are let through unread, so the value's schema speaks for the others only.
  const rest: Shape = { kind: 'any', path: under };
  const pattern = solePattern(keys);
  if (pattern === undefined) return { ...base, patterns: [], rest };
  return {
    ...base,
    patterns: [
      { pattern, shape: filledIn(value, walk.read(value, pointer(`${path}/patternProperties`, pattern), key, OMITTABLE)) },
    ],
    rest,
    reads: [pattern],
  };
}

/** An entry that holds `undefined` is filled in by a default: that can't be said, since JSON has no such entry. */
function filledIn(value: Schema, shape: Shape): Shape {
  return shape.losses?.some(fillsIn) ? shape : held(value, shape, 'default');
}

/** The same for a key of a partial record, which is filled in only where it is there. */
function held(value: Schema, shape: Shape, keyword = HELD): Shape {
  if (value._zod.optin === undefined) return shape;
  const absent = tryRun(value, undefined);
  if (absent?.issues.length !== 0 || absent.value === undefined) return shape;
  return withLoss(shape, { path: shape.path, keyword, note: "an entry that holds `undefined`, to be filled in, can't be said" });
}

function solePattern(keys: Shape): string | undefined {
  const facet = keys.facets?.length === 1 ? keys.facets[0] : undefined;
  return keys.kind === 'string' && facet?.keyword === 'pattern' && facet.flags === undefined
    ? (facet.value as string)
    : undefined;
}

/** What a key schema says of keys, which are always text; nothing where any text will do. */
function keyShape(shape: Shape): Shape | undefined {
  switch (shape.kind) {
    case 'string':
      return shape.facets || shape.notes ? shape : undefined;
    case 'number':
      return {
        kind: 'string',
        path: shape.path,
        facets: [{ keyword: 'pattern', value: NUMERIC, path: shape.path, hint: 'A number as text.' }],
      };
    case 'literal':
      return {
        ...shape,
        values: shape.values.filter((value) => typeof value === 'string' || typeof value === 'number').map(String),
      };
    case 'union': {
      const options = shape.options.filter(({ kind }) => kind !== 'never').map(keyShape);
      if (options.length === 1) return options[0];
      return options.every((option) => option !== undefined) ? { ...shape, options } : undefined;
    }
    default:
      return undefined;
  }
}

const NUMERIC = '^-?\\d+(?:\\.\\d+)?$';
