import { isRecord, type Json } from '../ir/json.js';
import type { CodedShape, Shape } from '../ir/shape.js';
import { argument, type Codec, type Decoding, FAILED, wireItems, wireObject } from './codec.js';

interface Reading {
  readonly nodes: Map<number, { readonly list: string; readonly node: unknown; used: boolean }>;
  readonly shapes: Map<string, Shape>;
}
interface Writing {
  readonly lists: Map<string, { readonly shape: Shape; readonly nodes: Json[] }>;
  next: number;
}

/** A recursive value as a table: `{root, nodes: [{id, …, ids of its children}]}`. Every node but the root is referred to once. */
export const table: Codec = {
  name: 'table',
  decode(shape, wire, run) {
    if (!isRecord(wire)) return run.fail('wire-type', 'expected an object with `root` and its nodes', wire);
    const { table: name, lists } = argument<{ table: string; lists: string[] }>(shape);
    const { properties } = wireObject(shape);
    const reading: Reading = { nodes: new Map(), shapes: new Map() };
    for (const list of lists) {
      const items = properties.find((property) => property.key === list)?.shape;
      const nodes = wire[list];
      if (!items || !Array.isArray(nodes)) return run.fail('wire-type', `expected \`${list}\` to be a list of nodes`, nodes);
      reading.shapes.set(list, wireItems(items));
      const idKey = argument<{ id: string }>(wireItems(items) as CodedShape).id;
      for (const node of nodes) {
        const id = isRecord(node) ? node[idKey] : undefined;
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
  },
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

/** The id of a node in the place of the node. */
export const child: Codec = {
  name: 'child',
  decode(shape, wire, run) {
    const { table: name, list } = argument<{ table: string; list: string }>(shape);
    const reading = run.tables.get(name) as Reading | undefined;
    const found = typeof wire === 'number' ? reading?.nodes.get(wire) : undefined;
    if (!found || !reading) return run.fail('node-id', 'expected the id of a node', wire);
    if (found.list !== list) return run.fail('node-id', `the node ${String(wire)} is of another kind than is wanted here`, wire);
    if (found.used) return run.fail('node-id', `the node ${String(wire)} is referred to twice`, wire);
    found.used = true;
    return run.lift(reading.shapes.get(list) as Shape, found.node);
  },
  encode(shape, value, run) {
    const { table: name, list } = argument<{ table: string; list: string }>(shape);
    const writing = run.tables.get(name) as Writing | undefined;
    const target = writing?.lists.get(list);
    if (!writing || !target) return run.fail('table', 'the table of this value is missing', value, shape);
    const id = writing.next++;
    const at = target.nodes.push(null) - 1;
    const outer = run.node;
    run.node = id;
    const lowered = run.lower(target.shape, value);
    run.node = outer;
    if (lowered === FAILED) return FAILED;
    target.nodes[at] = lowered;
    return id;
  },
  admits: (shape, value, admits) => {
    const target = admits.node(shape);
    return target === undefined || admits(target, value);
  },
};

/** A node of a table: what it holds, with its id beside. */
export const node: Codec = {
  name: 'node',
  decode(shape, wire, run: Decoding) {
    const { value } = argument<{ id: string; value?: string }>(shape);
    if (value === undefined) return run.lift(shape.wire, wire);
    if (!isRecord(wire) || !Object.hasOwn(wire, value)) return run.fail('wire-type', `expected a node with \`${value}\``, wire);
    return run.lift(wireObject(shape).properties[1]?.shape as Shape, wire[value]);
  },
  encode(shape, value, run) {
    const { id, value: key } = argument<{ id: string; value?: string }>(shape);
    if (key === undefined) return run.lower(shape.wire, value);
    const own = run.node;
    const lowered = run.lower(wireObject(shape).properties[1]?.shape as Shape, value);
    return lowered === FAILED ? FAILED : { [id]: own, [key]: lowered };
  },
  admits(shape, value, admits) {
    const { value: key } = argument<{ value?: string }>(shape);
    return key === undefined ? admits(shape.wire, value) : admits(wireObject(shape).properties[1]?.shape as Shape, value);
  },
};
