import type { Step } from '../../read/source.js';
import { type Container, Holder } from './assembly.js';
import type { Run } from './run.js';

/** A node of a table; also the value that `root` begins. */
export class Node {
  readonly holder = new Holder();
  /** Where it is referred to. */
  reference: Reference | undefined;
  /** How often it referred to others up to now, and how many of these are not whole yet. */
  refs = 0;
  waits = 0;
  /** Its containers that are closed in the text and have a node below them. */
  readonly containers: object[] = [];
  /** Its text is read. */
  closed = false;
  complete = false;
  /** How many nodes follow one another below it. */
  height = 0;

  constructor(
    readonly list: string,
    /** How many frames were open when it began. */
    readonly depth: number,
    /** The path of a root. */
    readonly origin: readonly Step[] = [],
  ) {}

  /** Its path in the source value, as far as it is known. */
  path(): readonly Step[] {
    const parts: (readonly Step[])[] = [];
    let at: Node = this;
    for (; at.reference; at = at.reference.from) parts.push(at.reference.steps);
    return [at.origin, ...parts.reverse()].flat();
  }
}

/** A place in one node that another one belongs to. */
export interface Reference {
  readonly list: string;
  readonly from: Node;
  readonly container: Container;
  readonly step: Step;
  /** From the start of the node. */
  readonly steps: readonly Step[];
}

/** The nodes of one table, put together as they come, in whatever order. */
export class Table {
  readonly #nodes = new Map<number, Node>();
  readonly #wanted = new Map<number, Reference>();

  constructor(readonly run: Run) {}

  /** A node is referred to. */
  refer(id: number, reference: Reference): undefined {
    const node = this.#nodes.get(id);
    if (node?.reference || this.#wanted.has(id)) return this.#fail(`the node ${id} is referred to twice`);
    reference.from.refs++;
    reference.from.waits++;
    this.#wanted.set(id, reference);
    if (node) this.#attach(id, node);
  }

  /** A node says which it is. */
  identify(id: number, node: Node): undefined {
    if (this.#nodes.has(id)) return this.#fail(`two nodes have the id ${id}`);
    this.#nodes.set(id, node);
    this.#attach(id, node);
  }

  #attach(id: number, node: Node): undefined {
    const { run } = this;
    const reference = this.#wanted.get(id);
    if (!reference) return;
    this.#wanted.delete(id);
    if (node.list !== reference.list) return this.#fail(`the node ${id} is of another kind than is wanted here`);
    let height = node.height;
    for (let at: Node | undefined = reference.from; at && at.height <= height; at = at.reference?.from) {
      if (at === node) return this.#fail(`the node ${id} stands below itself`);
      at.height = ++height;
      if (height > run.maxDepth) return run.fail('too-deep', `the value is nested more than ${run.maxDepth} levels deep`);
    }
    node.reference = reference;
    run.assembly.forward(node.holder, reference.container, reference.step);
    if (node.complete) reference.from.waits--;
  }

  /** The text of a node is read; it and the nodes above it may be whole now. */
  close(node: Node): void {
    node.closed = true;
    for (let at: Node | undefined = node; at?.closed && at.waits === 0; at = at.reference?.from) {
      for (const container of at.containers) Object.freeze(container);
      at.complete = true;
      if (at.reference) at.reference.from.waits--;
    }
  }

  /** The table is read: every node must have found its place. */
  end(): void {
    for (const id of this.#wanted.keys()) this.#fail(`expected the id of a node, but no node has the id ${id}`);
    for (const [id, { reference }] of this.#nodes) if (!reference) this.#fail(`no node refers to the node ${id}`);
  }

  #fail(message: string): undefined {
    return this.run.fail('node-id', message);
  }
}
