import { isRecord, type Json } from '../ir/json.js';
import type { CodedShape, Property, Shape } from '../ir/shape.js';
import { argument, type Decode, type Decoding, type Encoder, FAILED, wireItems, wireObject } from './codec.js';

interface Argument {
  readonly length: number;
  readonly rest: boolean;
}

interface Layout {
  /** By position. */
  readonly keys: readonly string[];
  readonly positions: readonly (Property | undefined)[];
  readonly known: ReadonlySet<string>;
}

const layouts = new WeakMap<CodedShape, Layout>();

function layoutOf(shape: CodedShape): Layout {
  let layout = layouts.get(shape);
  if (!layout) {
    const { properties } = wireObject(shape);
    const keys = Array.from({ length: argument<Argument>(shape).length }, (_, index) => `item${index}`);
    const byKey = new Map(properties.map((property) => [property.key, property]));
    layout = { keys, positions: keys.map((key) => byKey.get(key)), known: new Set(byKey.keys()) };
    layouts.set(shape, layout);
  }
  return layout;
}

function restItems(properties: readonly Property[]): Shape {
  return wireItems(properties.find((property) => property.key === 'rest')?.shape as Shape);
}

/** A list with positions of its own as an object `{item0, item1, …, rest}`. */
export const decode: Decode = (shape, wire, run) => {
  if (!isRecord(wire)) return run.fail('wire-type', 'expected an object with a property for each position', wire);
  if (shape.wire.kind !== 'object') return fromPositions(shape, run.lift(shape.wire, wire), run);
  const { rest } = argument<Argument>(shape);
  const { properties } = wireObject(shape);
  const { keys, positions, known } = layoutOf(shape);
  const target: unknown[] = [];
  let whole = true;
  let ended = false;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string;
    if (!Object.hasOwn(wire, key)) ended = true;
    else if (ended) return run.fail('gap', `\`${key}\` stands after a position that is left out`, wire[key], index);
    else {
      const property = positions[index];
      const value = property ? run.lift(property.shape, wire[key], index) : FAILED;
      if (value === FAILED) whole = false;
      target.push(value);
    }
  }
  for (const key of Object.keys(wire))
    if (!known.has(key)) {
      run.fail('unknown-property', `the property \`${key}\` was not asked for`, wire[key]);
      whole = false;
    }
  if (rest) {
    const items = (Object.hasOwn(wire, 'rest') ? wire.rest : undefined) ?? [];
    if (!Array.isArray(items)) return run.fail('wire-type', 'expected `rest` to be a list', items);
    if (ended && items.length > 0) return run.fail('gap', '`rest` holds items although a position before it is left out', items);
    const itemShape = restItems(properties);
    for (const item of items) {
      const value = run.lift(itemShape, item, target.length);
      if (value === FAILED) whole = false;
      target.push(value);
    }
  }
  return whole ? target : FAILED;
};

export const encoder: Encoder = {
  encode(shape, value, run) {
    if (!Array.isArray(value)) return run.fail('type', 'expected a list', value, shape);
    const { length, rest } = argument<Argument>(shape);
    if (!rest && value.length > length)
      return run.fail(
        'undeclared-item',
        `the list has ${value.length} items, of which only ${length} are declared`,
        value,
        shape,
      );
    if (shape.wire.kind !== 'object') return run.lower(shape.wire, toPositions(shape, value));
    const { properties } = wireObject(shape);
    const target: Record<string, Json> = {};
    let whole = true;
    for (const { key, shape: inner } of properties) {
      if (key === 'rest') {
        const list = value.slice(length).map((item, index) => run.lower(wireItems(inner), item, length + index));
        if (list.includes(FAILED)) whole = false;
        target.rest = list as Json[];
        continue;
      }
      const index = Number(key.slice('item'.length));
      if (index >= value.length) continue;
      const lowered = run.lower(inner, value[index], index);
      if (lowered === FAILED) whole = false;
      else target[key] = lowered;
    }
    return whole ? target : FAILED;
  },
  admits(shape, value, admits) {
    if (!Array.isArray(value)) return false;
    const { length, rest } = argument<Argument>(shape);
    if (value.length > length && !rest) return false;
    if (shape.wire.kind !== 'object') return admits(shape.wire, toPositions(shape, value));
    const { properties } = wireObject(shape);
    const { positions } = layoutOf(shape);
    for (let index = value.length; index < length; index++) if (positions[index]?.required) return false;
    return value.every((item, index) =>
      admits(index < length ? (positions[index] as Property).shape : restItems(properties), item),
    );
  },
};

/** Positions that were re-encoded to fit the budget: the wire object is read and written as a whole. */
function toPositions(shape: CodedShape, value: readonly unknown[]): Record<string, unknown> {
  const { length, rest } = argument<Argument>(shape);
  const positions: Record<string, unknown> = {};
  for (let index = 0; index < Math.min(length, value.length); index++) positions[`item${index}`] = value[index];
  if (rest) positions.rest = value.slice(length);
  return positions;
}

function fromPositions(shape: CodedShape, lifted: unknown, run: Decoding): unknown {
  if (!isRecord(lifted))
    return lifted === FAILED ? FAILED : run.fail('wire-type', 'expected an object with a property for each position', lifted);
  const { length } = argument<Argument>(shape);
  const target: unknown[] = [];
  for (let index = 0; index < length && Object.hasOwn(lifted, `item${index}`); index++) target.push(lifted[`item${index}`]);
  const more = Array.isArray(lifted.rest) ? lifted.rest : [];
  const given = Object.keys(lifted).filter((key) => key !== 'rest').length;
  if (given > target.length || (more.length > 0 && target.length < length))
    return run.fail('gap', 'a position stands after one that is left out', lifted);
  return [...target, ...more];
}
