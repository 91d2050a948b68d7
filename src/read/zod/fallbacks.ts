import type { Json } from '../../ir/json.js';
import { isJson, sameValue } from './json.js';
import { tryRun } from './run.js';
import { type Def, isPreprocess, lazyInner, type Schema } from './schema.js';

/** Whether an object may leave the property out. A `.catch` alone does not count: it mends, it does not offer. */
export function isOmittable(schema: Schema): boolean {
  if (schema._zod.optin === undefined) return false;
  const def = schema._zod.def;
  switch (def.type) {
    case 'catch':
    case 'nullable':
    case 'readonly':
      return isOmittable((def as Def<'catch'>).innerType);
    case 'lazy':
      return isOmittable(lazyInner(schema));
    case 'pipe':
      return isOmittable(isPreprocess(def as Def<'pipe'>) ? (def as Def<'pipe'>).out : (def as Def<'pipe'>).in);
    case 'union':
      return (def as Def<'union'>).options.some(isOmittable);
    default:
      return true;
  }
}

export interface Fallback {
  /** Absent when the fallback is not the same each time, is not JSON, or does not parse to what absence parses to. */
  readonly value?: Json;
}

/** What the library itself fills in for an absent property, if anything. */
export function fallbackOf(schema: Schema): Fallback | undefined {
  const substitute = substituteOf(schema);
  if (substitute === undefined) return undefined;
  const value = constantOf(substitute);
  if (value === undefined || (schema._zod.optin === 'optional' && schema._zod.optout === 'optional')) return {};
  const absent = tryRun(schema, undefined);
  const given = tryRun(schema, value.json);
  if (absent?.issues.length !== 0 || given?.issues.length !== 0 || !sameValue(absent.value, given.value)) return {};
  return { value: value.json };
}

type Substitute = Def<'default'> | Def<'prefault'>;

function substituteOf(schema: Schema): Substitute | undefined {
  const def = schema._zod.def;
  switch (def.type) {
    case 'default':
    case 'prefault':
      return def as Substitute;
    case 'optional':
    case 'nullable':
    case 'readonly':
    case 'catch':
      return substituteOf((def as Def<'optional'>).innerType);
    case 'lazy':
      return substituteOf(lazyInner(schema));
    case 'pipe':
      return substituteOf(isPreprocess(def as Def<'pipe'>) ? (def as Def<'pipe'>).out : (def as Def<'pipe'>).in);
    default:
      return undefined;
  }
}

/** Zod hides whether a default is a constant or computed, so it is asked twice; what may tell the time is never trusted. */
function constantOf(def: Substitute): { readonly json: Json } | undefined {
  try {
    const first: unknown = def.defaultValue;
    if (!isJson(first) || tellsTime(first) || !sameValue(first, def.defaultValue)) return undefined;
    return { json: first };
  } catch {
    return undefined;
  }
}

const SECONDS_IN_2001 = 1e9;

function tellsTime(value: Json): boolean {
  if (typeof value === 'number') return Math.abs(value) >= SECONDS_IN_2001;
  if (typeof value === 'string') return /(?:19|20|21)\d\d|\d:\d\d/.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(tellsTime);
}
