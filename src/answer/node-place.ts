import { argument, wireItems, wireObject } from '../codecs/codec.js';
import { isRecord } from '../ir/json.js';
import type { CodedShape } from '../ir/shape.js';
import { type Place, part, under } from './place.js';

/** Where the nodes of the tables entered so far stand: by table, list and id. */
export type PlacesOfNodes = Map<string, ReadonlyMap<string, ReadonlyMap<number, Place>>>;

/** From a table to its root, from the id of a node to the node, from a node to what it holds. */
export function nodePlace(at: Place, shape: CodedShape, tables: PlacesOfNodes): Place | undefined {
  switch (shape.codec) {
    case 'table': {
      const { table, lists } = argument<{ table: string; lists: string[] }>(shape);
      tables.set(table, new Map(lists.map((list) => [list, nodesById(part(at, shape.wire, list))])));
      const root = wireObject(shape).properties[0];
      return root && under(at, root.key, root.shape);
    }
    case 'child': {
      const { table, list } = argument<{ table: string; list: string }>(shape);
      return typeof at.wire === 'number' ? tables.get(table)?.get(list)?.get(at.wire) : undefined;
    }
    default: {
      const { value } = argument<{ value?: string }>(shape);
      return value === undefined ? { ...at, shape: shape.wire } : part(at, shape.wire, value);
    }
  }
}

/** Of nodes that share an id the first one counts. */
function nodesById(list: Place | undefined): ReadonlyMap<number, Place> {
  const byId = new Map<number, Place>();
  if (!list?.shape || !Array.isArray(list.wire)) return byId;
  const items = wireItems(list.shape);
  const { id: key } = argument<{ id: string }>(items as CodedShape);
  for (const [index, wire] of list.wire.entries()) {
    const id = isRecord(wire) && Object.hasOwn(wire, key) ? wire[key] : undefined;
    if (typeof id === 'number' && !byId.has(id)) byId.set(id, { trail: { step: index, before: list.trail }, wire, shape: items });
  }
  return byId;
}
