import type { Primitive } from '../../ir/json.js';
import type { Step } from '../../read/source.js';
import type { Container } from './assembly.js';
import { Frame, NOWHERE, type Plan } from './frame.js';
import type { Run } from './run.js';

/** One place that is known from the start. */
export class Place extends Frame {
  readonly #step: Step | undefined;

  constructor(
    readonly run: Run,
    readonly plan: Plan,
    readonly container: Container,
    readonly at: Step,
    /** What it adds to the path of an issue. */
    step?: Step,
  ) {
    super();
    this.#step = step;
  }

  override get step(): Step | undefined {
    return this.#step;
  }

  override open(list: boolean): Frame {
    return this.plan.open(this.run, list, this.container, this.at);
  }

  override scalar(value: Primitive): void {
    this.plan.scalar(this.run, value, this.container, this.at);
  }

  override grow(text: string, more: string): void {
    this.plan.grow(this.run, text, more, this.container, this.at);
  }
}

/** A place for a scalar alone; a container is taken as undefined. */
export class Scalar extends Frame {
  constructor(readonly take: (value: Primitive | undefined) => void) {
    super();
  }

  override open(): Frame {
    this.take(undefined);
    return NOWHERE;
  }

  override scalar(value: Primitive): void {
    this.take(value);
  }
}

/** Hands what stands in it to another frame. */
export class Through extends Frame {
  constructor(
    readonly run: Run,
    protected place: Frame = NOWHERE,
  ) {
    super();
  }

  override get step(): Step | undefined {
    return this.place.step;
  }

  override open(list: boolean): Frame {
    return this.place.open(list);
  }

  override scalar(value: Primitive): void {
    this.place.scalar(value);
  }

  override grow(text: string, more: string): void {
    this.place.grow(text, more);
  }
}

/** An object of the wire each of whose properties is read at a place of its own. */
export class Places extends Through {
  readonly #keys = new Set<string>();

  constructor(
    run: Run,
    /** Where a property is read; undefined where it was not asked for. */
    readonly find: (key: string) => Frame | undefined,
    readonly closed: (keys: ReadonlySet<string>) => void,
  ) {
    super(run);
  }

  override key(key: string): boolean {
    this.place = NOWHERE;
    const place = this.find(key);
    if (place) this.place = place;
    if (!place) this.run.fail('unknown-property', `the property \`${key}\` was not asked for`, undefined, key);
    return this.#keys.size < this.#keys.add(key).size;
  }

  override close(): void {
    this.closed(this.#keys);
  }
}

/** A list of which one item is read, at a place that is known; lists may share the count of their items. */
export class OneItem extends Through {
  constructor(
    run: Run,
    place: Frame,
    readonly count: { items: number },
    /** Code and message where there is another item. */
    readonly more: readonly [code: string, message: string],
    readonly whenNone?: () => void,
  ) {
    super(run, place);
  }

  override close(): void {
    if (this.count.items === 0) this.whenNone?.();
  }

  override open(list: boolean): Frame {
    return this.#isFirst() ? super.open(list) : NOWHERE;
  }

  override scalar(value: Primitive): void {
    if (this.#isFirst()) super.scalar(value);
  }

  override grow(text: string, more: string): void {
    if (this.count.items === 0) super.grow(text, more);
  }

  #isFirst(): boolean {
    if (++this.count.items === 1) return true;
    this.run.fail(...this.more);
    return false;
  }
}

/** Stands for another frame. */
export class Around extends Through {
  constructor(
    run: Run,
    readonly inner: Frame,
  ) {
    super(run, inner);
  }

  override key(key: string): boolean {
    return this.inner.key(key);
  }

  override next(): void {
    this.inner.next();
  }

  override close(): void {
    this.inner.close();
  }
}
