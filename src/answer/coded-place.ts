import { argument, wireItems, wireObject } from '../codecs/codec.js';
import { layoutOf, liftShape } from '../codecs/fields.js';
import { memberOf } from '../codecs/group.js';
import { isRecord } from '../ir/json.js';
import type { CodedShape, Shape } from '../ir/shape.js';
import { nodePlace, type PlacesOfNodes } from './node-place.js';
import { into, type Place, part, type Steps, under } from './place.js';

/** The next place within what travels in another form: one step of the source further, or none; undefined where it can't be followed. */
export function codedPlace(at: Place, shape: CodedShape, steps: Steps, nodes: PlacesOfNodes): Place | undefined {
  switch (shape.codec) {
    case 'entries':
      return entryPlace(at, wireItems(shape.wire), steps);
    case 'fields':
      return fieldPlace(at, shape, steps);
    case 'tuple':
      return positionPlace(at, shape, steps);
    case 'set':
      return itemPlace(at, wireItems(shape.wire), steps);
    case 'map':
      return mapPlace(at, wireItems(shape.wire), steps);
    case 'tagged':
    case 'wrap':
      return part(at, shape.wire, 'value');
    case 'maybe':
      return under(at, 0, wireItems(shape.wire));
    case 'lists':
      return filledPlace(at, shape);
    case 'table':
    case 'child':
    case 'node':
      return nodePlace(at, shape, nodes);
    default:
      return undefined;
  }
}

function entryPlace(at: Place, items: Shape, steps: Steps, members: readonly string[] = []): Place | undefined {
  const { next } = steps;
  if (next === undefined) return undefined;
  const exact = indexOfKey(at.wire, String(next));
  return entryValue(at, items, steps, exact < 0 ? indexOfMember(at.wire, members, String(next)) : exact);
}

function indexOfKey(wire: unknown, key: unknown): number {
  return Array.isArray(wire) ? wire.findIndex((entry) => isRecord(entry) && entry['key'] === key) : -1;
}

/** The entry whose key is meant to be a member, whatever its capitals. */
function indexOfMember(wire: unknown, members: readonly string[], member: string): number {
  if (!Array.isArray(wire) || !members.includes(member)) return -1;
  return wire.findIndex(
    (entry) => isRecord(entry) && typeof entry['key'] === 'string' && memberOf(members, entry['key']) === member,
  );
}

function entryValue(at: Place, items: Shape, steps: Steps, index: number): Place | undefined {
  const entry = under(at, index, items);
  const value = entry && part(entry, items, 'value');
  if (value) steps.take();
  return value;
}

function fieldPlace(at: Place, shape: CodedShape, steps: Steps): Place | undefined {
  const { next } = steps;
  if (next === undefined) return undefined;
  const { byKey } = layoutOf(shape);
  for (const [key, { field, property, source }] of byKey) {
    if (field.role !== undefined || source !== String(next)) continue;
    const place = into(at, steps, key, property.shape);
    if (!place) break;
    return (field.absence === 'list' && under(place, 0, liftShape(field, property.shape))) || place;
  }
  for (const [key, { field, property }] of byKey) {
    const list = field.role === 'entries' || field.role === 'group' ? under(at, key, property.shape) : undefined;
    const place = list && entryPlace(list, wireItems(property.shape), steps, field.members);
    if (place) return place;
  }
  return byKey.has(String(next)) ? undefined : into(at, steps, next, undefined);
}

function positionPlace(at: Place, shape: CodedShape, steps: Steps): Place | undefined {
  const index = Number(steps.next ?? Number.NaN);
  if (!Number.isInteger(index)) return undefined;
  const { length } = argument<{ length: number }>(shape);
  steps.take(...(index < length ? [`item${index}`] : ['rest', index - length]));
  return { ...at, shape: shape.wire };
}

/** A library's own check of a set counts no items: a number is one only where the items have no numbered parts themselves. */
function itemPlace(at: Place, items: Shape, steps: Steps): Place | undefined {
  const { next } = steps;
  return typeof next === 'number' && !mayHaveItems(items) ? into(at, steps, next, items) : undefined;
}

const WITHOUT_ITEMS: ReadonlySet<string> = new Set([
  ...['entries', 'fields', 'one-of', 'date', 'bigint', 'url', 'bytes', 'nan', 'undefined'],
]);

function mayHaveItems(shape: Shape): boolean {
  if (shape.kind === 'union') return shape.options.some(mayHaveItems);
  if (shape.kind === 'coded') return !WITHOUT_ITEMS.has(shape.codec);
  return shape.kind === 'array' || shape.kind === 'ref';
}

/** A library names an entry of a map by its key, the decoder by its index. */
function mapPlace(at: Place, items: Shape, steps: Steps): Place | undefined {
  const { next } = steps;
  if (next === undefined) return undefined;
  const index = indexOfKey(at.wire, next);
  if (typeof next !== 'number' || index === next) return entryValue(at, items, steps, index);
  const counted = under(at, next, items);
  if (counted && index >= 0) return undefined;
  return index >= 0 ? entryValue(at, items, steps, index) : steps.left === 1 ? into(at, steps, next, undefined) : undefined;
}

function filledPlace(at: Place, shape: CodedShape): Place | undefined {
  for (const { key, shape: list } of wireObject(shape).properties) {
    const items = under(at, key, list);
    const item = items && under(items, 0, wireItems(list));
    if (item) return item;
  }
  return undefined;
}
