import type { Primitive } from '../../ir/json.js';
import type { Step } from '../../read/source.js';
import type { Container } from './assembly.js';
import type { Frame, Plan } from './frame.js';
import type { Run } from './run.js';

/** Wire values that are source values too. Also what becomes of a value that is not of its shape: finishing will say so. */
export class PlainPlan implements Plan {
  constructor(
    readonly grows = true,
    readonly certain = true,
  ) {}

  open(run: Run, list: boolean, container: Container, step: Step): Frame {
    return list ? listAt(run, PLAIN, container, step) : objectAt(run, undefined, container, step);
  }

  scalar(run: Run, value: Primitive, container: Container, step: Step): void {
    run.assembly.put(container, step, value);
  }

  grow(run: Run, text: string, _more: string, container: Container, step: Step): void {
    if (this.grows) run.assembly.grow(container, step, text);
  }
}

export const PLAIN: Plan = new PlainPlan();

/** Strings that are shown when they are whole. */
export const WITHHELD: Plan = new PlainPlan(false);

export function listAt(run: Run, items: Plan, container: Container, step: Step): Frame {
  const target: unknown[] = [];
  run.put(container, step, target);
  return new ListFrame(run, target, items);
}

/** How the properties of an object are read; `watched` where a property may leave its place empty, so that it does not show that it was there. */
export interface Properties {
  readonly plans: ReadonlyMap<string, Plan>;
  readonly watched: boolean;
}

export function objectAt(run: Run, properties: Properties | undefined, container: Container, step: Step): Frame {
  const target: Record<string, unknown> = {};
  run.put(container, step, target);
  return new ObjectFrame(run, target, properties);
}

export class ListFrame implements Frame {
  readonly #refs: number;

  constructor(
    readonly run: Run,
    readonly target: unknown[],
    readonly items: Plan,
    public step = 0,
  ) {
    this.#refs = run.node ? run.node.refs : 0;
  }

  key(_key: string): boolean {
    return true;
  }

  open(list: boolean): Frame {
    return this.items.open(this.run, list, this.target, this.step);
  }

  scalar(value: Primitive): void {
    this.items.scalar(this.run, value, this.target, this.step);
  }

  grow(text: string, more: string): void {
    this.items.grow(this.run, text, more, this.target, this.step);
  }

  next(): void {
    this.step++;
  }

  close(): void {
    this.run.whole(this.target, this.#refs);
  }
}

class ObjectFrame implements Frame {
  step: string | undefined;
  #plan = PLAIN;
  readonly #refs: number;
  readonly #seen: Set<string> | undefined;

  constructor(
    readonly run: Run,
    readonly target: Record<string, unknown>,
    readonly properties: Properties | undefined,
  ) {
    this.#refs = run.node ? run.node.refs : 0;
    if (properties?.watched) this.#seen = new Set();
  }

  key(key: string): boolean {
    this.step = key;
    this.#plan = this.properties?.plans.get(key) ?? PLAIN;
    if (!this.#seen) return !Object.hasOwn(this.target, key);
    return this.#seen.size < this.#seen.add(key).size;
  }

  open(list: boolean): Frame {
    return this.#plan.open(this.run, list, this.target, this.step as string);
  }

  scalar(value: Primitive): void {
    this.#plan.scalar(this.run, value, this.target, this.step as string);
  }

  grow(text: string, more: string): void {
    this.#plan.grow(this.run, text, more, this.target, this.step as string);
  }

  next(): void {
    this.step = undefined;
  }

  close(): void {
    this.run.whole(this.target, this.#refs);
  }
}

export class ListPlan extends PlainPlan {
  constructor(readonly items: Plan) {
    super();
  }

  override open(run: Run, list: boolean, container: Container, step: Step): Frame {
    return list ? listAt(run, this.items, container, step) : super.open(run, list, container, step);
  }
}

export class ObjectPlan extends PlainPlan implements Properties {
  readonly watched: boolean;

  constructor(readonly plans: ReadonlyMap<string, Plan>) {
    super();
    this.watched = ![...plans.values()].every((plan) => plan.certain);
  }

  override open(run: Run, list: boolean, container: Container, step: Step): Frame {
    return list ? super.open(run, list, container, step) : objectAt(run, this, container, step);
  }
}
