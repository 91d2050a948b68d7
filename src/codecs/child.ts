import type { Shape } from '../ir/shape.js';
import { argument, type Decode, type Encoder, FAILED } from './codec.js';
import type { Reading, Writing } from './table-nodes.js';

/** The id of a node in the place of the node. */
export const decode: Decode = (shape, wire, run) => {
  const { table: name, list } = argument<{ table: string; list: string }>(shape);
  const reading = run.tables.get(name) as Reading | undefined;
  const found = typeof wire === 'number' ? reading?.nodes.get(wire) : undefined;
  if (!found || !reading) return run.fail('node-id', 'expected the id of a node', wire);
  if (found.list !== list) return run.fail('node-id', `the node ${String(wire)} is of another kind than is wanted here`, wire);
  if (found.used) return run.fail('node-id', `the node ${String(wire)} is referred to twice`, wire);
  found.used = true;
  return run.lift(reading.shapes.get(list) as Shape, found.node);
};

export const encoder: Encoder = {
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
  admits(shape, value, admits) {
    const target = admits.node(shape);
    return target === undefined || admits(target, value);
  },
};
