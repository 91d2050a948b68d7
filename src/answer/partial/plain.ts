import type { Primitive } from '../../ir/json.js';
import type { Step } from '../../read/source.js';
import type { Container } from './assembly.js';
import { Frame, type Plan } from './frame.js';
import type { Run } from './run.js';

/** Wire values that are source values too. Also what becomes of a value that is not of its shape: finishing will say so. */
export class PlainPlan implements Plan {
  constructor(
    readonly grows: boolean,
    readonly items?: Plan,
    readonly properties?: ReadonlyMap<string, Plan>,
    readonly watched?: boolean,
  ) {}

  open(run: Run, list: boolean, container: Container, step: Step): Frame {
    if (list) {
      const target: unknown[] = [];
      run.assembly.put(container, step, target);
      return new ListFrame(run, target, this.items ?? PLAIN);
    }
    const target: Record<string, unknown> = {};
    run.assembly.put(container, step, target);
    return new ObjectFrame(run, target, this.properties, this.watched);
  }

  scalar(run: Run, value: Primitive, container: Container, step: Step): void {
    run.assembly.put(container, step, value);
  }

  grow(run: Run, text: string, _more: string, container: Container, step: Step): void {
    if (this.grows) run.assembly.grow(container, step, text);
  }
}

export const PLAIN = new PlainPlan(true);

/** Strings that are shown when they are whole. */
export const WITHHELD: Plan = new PlainPlan(false);

export const listOf = (items: Plan): Plan => new PlainPlan(true, items);

export function objectOf(properties: ReadonlyMap<string, Plan>): Plan {
  return new PlainPlan(
    true,
    undefined,
    properties,
    [...properties.values()].some((plan) => plan.withholds),
  );
}

export class ListFrame extends Frame {
  readonly #refs: number | undefined;
  #at: number;

  constructor(
    readonly run: Run,
    readonly target: unknown[],
    readonly items: Plan,
    first = 0,
  ) {
    super();
    this.#at = first;
    this.#refs = run.node?.refs;
  }

  override get step(): number {
    return this.#at;
  }

  override open(list: boolean): Frame {
    return this.items.open(this.run, list, this.target, this.#at);
  }

  override scalar(value: Primitive): void {
    this.items.scalar(this.run, value, this.target, this.#at);
  }

  override grow(text: string, more: string): void {
    this.items.grow(this.run, text, more, this.target, this.#at);
  }

  override next(): void {
    this.#at++;
  }

  override close(): void {
    this.run.whole(this.target, this.#refs);
  }
}

class ObjectFrame extends Frame {
  #key: string | undefined;
  #plan: Plan = PLAIN;
  readonly #refs: number | undefined;
  /** The keys that were there; needed where they do not all show in the target. */
  readonly #keys: Set<string> | undefined;

  constructor(
    readonly run: Run,
    readonly target: Record<string, unknown>,
    readonly properties: ReadonlyMap<string, Plan> | undefined,
    watched = false,
  ) {
    super();
    this.#refs = run.node?.refs;
    this.#keys = watched ? new Set() : undefined;
  }

  override get step(): string | undefined {
    return this.#key;
  }

  override key(key: string): boolean {
    this.#key = key;
    this.#plan = this.properties?.get(key) ?? PLAIN;
    return this.#keys ? this.#keys.size < this.#keys.add(key).size : !Object.hasOwn(this.target, key);
  }

  override open(list: boolean): Frame {
    return this.#plan.open(this.run, list, this.target, this.#key as string);
  }

  override scalar(value: Primitive): void {
    this.#plan.scalar(this.run, value, this.target, this.#key as string);
  }

  override grow(text: string, more: string): void {
    this.#plan.grow(this.run, text, more, this.target, this.#key as string);
  }

  override next(): void {
    this.#key = undefined;
  }

  override close(): void {
    this.run.whole(this.target, this.#refs);
  }
}
