import { argument, wireItems, wireObject } from '../../codecs/codec.js';
import type { CodedShape } from '../../ir/shape.js';
import { CodedPlan } from './coded.js';
import { type Frame, NOWHERE, type Plan } from './frame.js';
import { Node, Table } from './nodes.js';
import { Around, Place, Places, Scalar } from './places.js';
import type { Plans } from './plans.js';
import type { Run } from './run.js';
import { inside } from './wrapped.js';

/** A tree as a table: a node appears in its parent as soon as both have come. */
export function table(shape: CodedShape, plans: Plans): Plan {
  const { table: name, lists } = argument<{ table: string; lists: readonly string[] }>(shape);
  const [root, ...others] = wireObject(shape).properties;
  if (!root) throw new TypeError('a table expects a root');
  const start = plans.of(root.shape);
  const nodes = new Map(
    others
      .filter(({ key }) => lists.includes(key))
      .map(({ key, shape: list }) => [key, nodesOf(key, wireItems(list) as CodedShape, plans)]),
  );
  return new CodedPlan(false, 'an object with `root` and its nodes', (run, container, step) => {
    const outer = { node: run.node, table: run.tables.get(name) };
    const reading = new Table(run);
    const top = new Node('', run.frames.length, run.path());
    run.tables.set(name, reading);
    run.node = top;
    const find = (key: string) => {
      const plan = key === root.key ? start : nodes.get(key)?.(reading);
      return plan ? new Place(run, plan, container, step) : NOWHERE;
    };
    return new Places(run, find, (keys) => {
      for (const key of [root.key, ...lists]) if (!keys.has(key)) run.fail('wire-type', `expected the property \`${key}\``);
      reading.close(top);
      reading.end();
      run.node = outer.node;
      if (outer.table) run.tables.set(name, outer.table);
      else run.tables.delete(name);
    });
  });
}

/** How one of the lists of nodes is read. */
function nodesOf(name: string, shape: CodedShape, plans: Plans): (table: Table) => Plan {
  const { id, value } = argument<{ id: string; value?: string }>(shape);
  const property = value === undefined ? undefined : wireObject(shape).properties[1];
  const body = property ? inside(plans.of(property.shape), property.key, false) : plans.of(shape.wire);
  return (table) => {
    const node = new CodedPlan(false, 'a node', (run) => nodeFrame(run, table, name, id, body));
    return new CodedPlan(true, `\`${name}\` to be a list of nodes`, (run, ...at) => new Place(run, node, ...at));
  };
}

function nodeFrame(run: Run, table: Table, list: string, idKey: string, body: Plan): Frame {
  const outer = run.node;
  const node = new Node(list, run.frames.length);
  run.node = node;
  const noId = () => run.fail('node-id', `expected every node to have a number as \`${idKey}\``);
  const naming = new Scalar((id) => (typeof id === 'number' ? table.identify(id, node) : noId()));
  return new NodeFrame(run, body.open(run, false, node.holder, ''), idKey, naming, (named) => {
    if (!named) noId();
    table.close(node);
    run.node = outer;
  });
}

class NodeFrame extends Around {
  #named = false;

  constructor(
    run: Run,
    inner: Frame,
    readonly id: string,
    readonly naming: Frame,
    readonly closed: (named: boolean) => void,
  ) {
    super(run, inner);
  }

  override key(key: string): boolean {
    const isId = key === this.id;
    this.place = isId ? this.naming : this.inner;
    this.#named ||= isId;
    return super.key(key);
  }

  override close(): void {
    super.close();
    this.closed(this.#named);
  }
}

/** The id of a node in the place of the node. */
export function child(shape: CodedShape): Plan {
  const { table: name, list } = argument<{ table: string; list: string }>(shape);
  const noNode = (run: Run) => run.fail('node-id', 'expected the id of a node');
  return {
    withholds: true,
    open: (run) => {
      noNode(run);
      return NOWHERE;
    },
    scalar(run, id, container, step) {
      const reading = run.tables.get(name);
      if (typeof id !== 'number' || !reading || !run.node) noNode(run);
      else reading.refer(id, { list, from: run.node, container, step, steps: run.steps() });
    },
    grow() {},
  };
}
