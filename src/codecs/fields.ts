import { isRecord, type Json, setOwn } from '../ir/json.js';
import type { CodedShape, Property, Shape } from '../ir/shape.js';
import { argument, type Decode, type Encoder, FAILED, wireItems, wireObject } from './codec.js';
import { admitsEntries, type Keys, readEntries, writeEntries } from './entries.js';
import { admitsGroup, readGroup, writeGroup } from './group.js';

/** What the argument of the codec says of one property of the wire. */
export interface Field extends Keys {
  readonly key: string;
  readonly name?: string;
  readonly role?: 'entries' | 'group' | 'id';
  readonly members?: readonly string[];
  readonly absence?: 'null' | 'list' | 'fallback';
  readonly fallback?: Json;
}

interface Layout {
  /** By wire key, in wire order. */
  readonly byKey: ReadonlyMap<
    string,
    { readonly field: Field; readonly property: Property; readonly source: string; readonly held: Shape }
  >;
  readonly sources: ReadonlySet<string>;
  readonly strip: boolean;
}

const layouts = new WeakMap<CodedShape, Layout>();

export function layoutOf(shape: CodedShape): Layout {
  let layout = layouts.get(shape);
  if (layout) return layout;
  const { fields, strip } = argument<{ fields: Field[]; strip: boolean }>(shape);
  const special = new Map(fields.map((field) => [field.key, field]));
  const byKey = new Map(
    wireObject(shape).properties.map((property) => {
      const field = special.get(property.key) ?? { key: property.key };
      return [
        property.key,
        { field, property, source: field.name ?? property.key, held: liftShape(field, property.shape) },
      ] as const;
    }),
  );
  const sources = new Set(
    [...byKey.values()].flatMap(({ field, source }) => field.members ?? (field.role === undefined ? source : [])),
  );
  layout = { byKey, sources, strip };
  layouts.set(shape, layout);
  return layout;
}

/** An object some of whose properties travel under another name, required although they may be absent, or as entries. */
export const decode: Decode = (shape, wire, run) => {
  if (!isRecord(wire)) return run.fail('wire-type', 'expected an object', wire);
  const { byKey, sources } = layoutOf(shape);
  const target: Record<string, unknown> = {};
  let whole = true;
  for (const key of Object.keys(wire)) {
    const entry = byKey.get(key);
    if (!entry) {
      run.fail('unknown-property', `the property \`${key}\` was not asked for`, wire[key], key);
      whole = false;
      continue;
    }
    const { field, property, source, held } = entry;
    if (field.role === 'id') continue;
    if (field.role === 'entries') {
      if (!readEntries(wireItems(property.shape), wire[key], target, (name) => sources.has(name), run)) whole = false;
      continue;
    }
    if (field.members) {
      if (!readGroup(property.shape, wire[key], target, field.members, run)) whole = false;
      continue;
    }
    let present = wire[key];
    if (field.absence === 'null' && present === null) continue;
    if (field.absence === 'list') {
      if (!Array.isArray(present) || present.length > 1) {
        run.fail('wire-type', 'expected a list of at most one item', present, source);
        whole = false;
        continue;
      }
      if (present.length === 0) continue;
      present = present[0];
    }
    const value = run.lift(held, present, source);
    if (value === FAILED) whole = false;
    else setOwn(target, source, value);
  }
  return whole ? target : FAILED;
};

export const encoder: Encoder = {
  encode(shape, value, run) {
    if (!isRecord(value)) return run.fail('type', 'expected an object', value, shape);
    const { byKey, sources, strip } = layoutOf(shape);
    const target: Record<string, Json> = {};
    let whole = true;
    let open = strip;
    for (const { field, property, source } of byKey.values()) {
      let lowered: Json | typeof FAILED | undefined;
      if (field.role === 'id') lowered = run.node;
      else if (field.members) lowered = writeGroup(property.shape, value, field.members, run);
      else if (field.role === 'entries') {
        open = true;
        lowered = writeEntries(shape, wireItems(property.shape), value, (name) => sources.has(name), field, run);
      } else if (run.lacks(value, source, liftShape(field, property.shape))) {
        if (field.absence === 'null') lowered = null;
        else if (field.absence === 'list') lowered = [];
        else if (field.absence === 'fallback') lowered = run.lower(property.shape, field.fallback, source);
        else if (!property.required) continue;
        else
          lowered =
            Object.hasOwn(value, source) && run.admits(property.shape, undefined)
              ? run.lower(property.shape, undefined, source)
              : run.fail(
                  'missing',
                  `the property \`${source}\` is missing`,
                  undefined,
                  property.shape.losses ? property.shape : shape,
                  source,
                );
      } else {
        lowered = run.lower(liftShape(field, property.shape), value[source], source);
        if (field.absence === 'list' && lowered !== FAILED) lowered = [lowered as Json];
      }
      if (lowered === FAILED) whole = false;
      else setOwn(target, field.key, lowered);
    }
    if (!open)
      for (const key of Object.keys(value))
        if (!sources.has(key) && value[key] !== undefined) {
          run.fail('undeclared-key', `the property \`${key}\` is not declared`, value[key], shape, key);
          whole = false;
        }
    return whole ? target : FAILED;
  },
  admits(shape, value, admits) {
    if (!isRecord(value)) return false;
    const { byKey, sources, strip } = layoutOf(shape);
    let open = strip && !admits.strict();
    for (const { field, property, source } of byKey.values()) {
      if (field.role === 'id') continue;
      if (field.members) {
        if (!admitsGroup(property.shape, value, field.members, admits)) return false;
      } else if (field.role === 'entries') {
        open = true;
        if (!admitsEntries(wireItems(property.shape), value, (name) => sources.has(name), field, admits)) return false;
      } else if (!Object.hasOwn(value, source) || value[source] === undefined) {
        if (
          property.required &&
          field.absence === undefined &&
          !(Object.hasOwn(value, source) && admits(property.shape, undefined))
        )
          return false;
      } else if (!admits(liftShape(field, property.shape), value[source])) return false;
    }
    return open || Object.keys(value).every((key) => sources.has(key) || value[key] === undefined);
  },
};

/** The wire value of a property that is there, or undefined where it says that the property is absent. */
export function liftShape(field: Field, shape: Shape): Shape {
  return field.absence === 'list' ? wireItems(shape) : shape;
}
