import { argument, wireItems, wireObject } from '../../codecs/codec.js';
import type { Primitive } from '../../ir/json.js';
import type { CodedShape } from '../../ir/shape.js';
import type { Step } from '../../read/source.js';
import type { Container } from './assembly.js';
import { CodedPlan, PlacesFrame } from './coded.js';
import { Around } from './collecting.js';
import { type Frame, NOWHERE, type Plan } from './frame.js';
import { InnerPlan } from './inner.js';
import { Node, Table } from './nodes.js';
import type { Plans } from './plans.js';
import type { Run } from './run.js';
import { Slot } from './slot.js';

/** A tree as a table: a node appears in its parent as soon as both have come. */
class TablePlan extends CodedPlan {
  constructor(
    readonly name: string,
    readonly rootKey: string,
    readonly root: Plan,
    readonly lists: ReadonlyMap<string, NodesPlan>,
  ) {
    super(false, 'an object with `root` and its nodes');
  }

  begin(run: Run, container: Container, step: Step): Frame {
    return new TableFrame(run, this, new Slot(run, this.root, container, step));
  }
}

class TableFrame extends PlacesFrame {
  readonly node: Node;
  readonly table: Table;
  readonly #outerTable: Table | undefined;
  readonly #outerNode: Node | undefined;

  constructor(
    run: Run,
    readonly plan: TablePlan,
    readonly root: Frame,
  ) {
    super(run);
    this.node = new Node('', run.path());
    this.table = new Table(run);
    this.#outerNode = run.node;
    this.#outerTable = run.tables.get(plan.name);
    run.tables.set(plan.name, this.table);
    run.node = this.node;
  }

  protected begin(key: string): void {
    const nodes = this.plan.lists.get(key);
    this.place = key === this.plan.rootKey ? this.root : nodes ? new Slot(this.run, nodes, [], 0) : NOWHERE;
  }

  override next(): void {
    if (!this.node.closed && this.keys.has(this.plan.rootKey)) this.table.close(this.node);
  }

  close(): void {
    const { run, plan } = this;
    this.next();
    for (const key of [plan.rootKey, ...plan.lists.keys()])
      if (!this.keys.has(key)) run.fail('wire-type', `expected the property \`${key}\``);
    this.table.end();
    run.node = this.#outerNode;
    if (this.#outerTable) run.tables.set(plan.name, this.#outerTable);
    else run.tables.delete(plan.name);
  }
}

class NodesPlan extends CodedPlan {
  constructor(
    readonly table: string,
    readonly name: string,
    readonly id: string,
    readonly body: Plan,
  ) {
    super(true, `\`${name}\` to be a list of nodes`);
  }

  begin(run: Run): Frame {
    return new NodesFrame(run, this);
  }
}

class NodesFrame implements Frame {
  constructor(
    readonly run: Run,
    readonly plan: NodesPlan,
  ) {}

  key(_key: string): boolean {
    return true;
  }

  open(list: boolean): Frame {
    const { run, plan } = this;
    const table = run.tables.get(plan.table);
    if (!list && table) return new NodeFrame(run, plan, table);
    this.scalar();
    return NOWHERE;
  }

  scalar(): void {
    this.run.fail('node-id', `expected every node to have a number as \`${this.plan.id}\``);
  }

  grow(): void {}

  next(): void {}

  close(): void {}
}

class NodeFrame extends Around {
  readonly node: Node;
  readonly #root: Node | undefined;
  #isId = false;
  #known = false;

  constructor(
    run: Run,
    readonly plan: NodesPlan,
    readonly table: Table,
  ) {
    const node = new Node(plan.name);
    const root = run.node;
    run.node = node;
    super(run, plan.body.open(run, false, node.holder, ''));
    this.node = node;
    this.#root = root;
  }

  override key(key: string): boolean {
    this.#isId = key === this.plan.id;
    return this.inner.key(key);
  }

  override open(list: boolean): Frame {
    if (!this.#isId) return this.inner.open(list);
    this.#fail();
    return NOWHERE;
  }

  override scalar(value: Primitive): void {
    if (!this.#isId) this.inner.scalar(value);
    else if (typeof value !== 'number') this.#fail();
    else {
      this.#known = true;
      this.table.identify(value, this.node);
    }
  }

  override grow(text: string, more: string): void {
    if (!this.#isId) this.inner.grow(text, more);
  }

  override close(): void {
    if (!this.#known) this.#fail();
    this.inner.close();
    this.table.close(this.node);
    this.run.node = this.#root;
  }

  #fail(): void {
    this.run.fail('node-id', `expected every node to have a number as \`${this.plan.id}\``);
  }
}

class ChildPlan implements Plan {
  readonly grows = false;
  readonly certain = false;

  constructor(
    readonly table: string,
    readonly list: string,
  ) {}

  open(run: Run): Frame {
    run.fail('node-id', 'expected the id of a node');
    return NOWHERE;
  }

  scalar(run: Run, value: Primitive, container: Container, step: Step): void {
    const table = run.tables.get(this.table);
    if (typeof value === 'number' && table && run.node)
      table.refer(value, { list: this.list, from: run.node, container, step, steps: run.steps() });
    else run.fail('node-id', 'expected the id of a node', value);
  }

  grow(): void {}
}

export function table(shape: CodedShape, plans: Plans): Plan {
  const { table: name, lists } = argument<{ table: string; lists: readonly string[] }>(shape);
  const { properties } = wireObject(shape);
  const nodes = properties
    .filter(({ key }) => lists.includes(key))
    .map(({ key, shape: list }) => [key, nodesPlan(name, key, wireItems(list) as CodedShape, plans)] as const);
  const [root] = properties;
  if (!root) throw new TypeError('a table expects a root');
  return new TablePlan(name, root.key, plans.of(root.shape), new Map(nodes));
}

function nodesPlan(table: string, name: string, shape: CodedShape, plans: Plans): NodesPlan {
  const { id, value } = argument<{ id: string; value?: string }>(shape);
  const property = value === undefined ? undefined : wireObject(shape).properties[1];
  const body = property ? new InnerPlan(plans.of(property.shape), property.key, false) : plans.of(shape.wire);
  return new NodesPlan(table, name, id, body);
}

export function child(shape: CodedShape): Plan {
  const { table: name, list } = argument<{ table: string; list: string }>(shape);
  return new ChildPlan(name, list);
}
