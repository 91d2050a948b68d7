import { isRecord, type Json } from '../ir/json.js';
import type { CodedShape, Shape } from '../ir/shape.js';
import { argument, type Decode, type Encoder, FAILED, wireItems, wireObject } from './codec.js';
import type { Reading, Writing } from './table-nodes.js';

/** A recursive value as a table: `{root, nodes: [{id, …, ids of its children}]}`. Every node but the root is referred to once. */
export const decode: Decode = (shape, wire, run) => {
  if (!isRecord(wire)) return run.fail('wire-type', 'expected an object with `root` and its nodes', wire);
  const { table: name, lists } = argument<{ table: string; lists: string[] }>(shape);
  const { properties } = wireObject(shape);
  const reading: Reading = { nodes: new Map(), shapes: new Map() };
  for (const list of lists) {
    const items = properties.find((property) => property.key === list)?.shape;
    const nodes = Object.hasOwn(wire, list) ? wire[list] : undefined;
    if (!items || !Array.isArray(nodes)) return run.fail('wire-type', `expected \`${list}\` to be a list of nodes`, nodes);
    reading.shapes.set(list, wireItems(items));
    const idKey = argument<{ id: string }>(wireItems(items) as CodedShape).id;
    for (const node of nodes) {
      const id = isRecord(node) && Object.hasOwn(node, idKey) ? node[idKey] : undefined;
      if (typeof id !== 'number') return run.fail('node-id', `expected every node to have a number as \`${idKey}\``, node);
      if (reading.nodes.has(id)) return run.fail('node-id', `two nodes have the id ${id}`, node);
      reading.nodes.set(id, { list, node, used: false });
    }
  }
  const before = run.tables.get(name);
  run.tables.set(name, reading);
  const root = properties[0];
  const value =
    root && Object.hasOwn(wire, root.key)
      ? run.lift(root.shape, wire[root.key])
      : run.fail('wire-type', 'expected a `root`', wire);
  if (before === undefined) run.tables.delete(name);
  else run.tables.set(name, before);
  if (value === FAILED) return FAILED;
  for (const [id, { used }] of reading.nodes)
    if (!used) return run.fail('node-id', `no node refers to the node ${id}`, reading.nodes.get(id)?.node);
  return value;
};

export const encoder: Encoder = {
  encode(shape, value, run) {
    const { table: name, lists } = argument<{ table: string; lists: string[] }>(shape);
    const { properties } = wireObject(shape);
    const before = run.tables.get(name);
    const writing: Writing = { next: 1, lists: new Map() };
    for (const list of lists)
      writing.lists.set(list, {
        shape: wireItems(properties.find((property) => property.key === list)?.shape as Shape),
        nodes: [],
      });
    run.tables.set(name, writing);
    const root = run.lower(properties[0]?.shape as Shape, value);
    if (before === undefined) run.tables.delete(name);
    else run.tables.set(name, before);
    if (root === FAILED) return FAILED;
    const target: Record<string, Json> = { root };
    for (const [list, { nodes }] of writing.lists) target[list] = nodes;
    return target;
  },
  admits(shape, value, admits) {
    return admits(wireObject(shape).properties[0]?.shape as Shape, value);
  },
};
