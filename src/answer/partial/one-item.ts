import type { Primitive } from '../../ir/json.js';
import { type Frame, NOWHERE } from './frame.js';
import type { Run } from './run.js';

/** A list of which one item is read, at a place that is known; lists may share the count of their items. */
export class OneItem implements Frame {
  readonly step = undefined;

  constructor(
    readonly run: Run,
    readonly place: Frame,
    readonly count: { items: number },
    /** Code and message where there is another item. */
    readonly more: readonly [code: string, message: string],
    /** Called where there is none. */
    readonly whenEmpty?: () => void,
  ) {}

  key(_key: string): boolean {
    return true;
  }

  open(list: boolean): Frame {
    return this.#isFirst() ? this.place.open(list) : NOWHERE;
  }

  scalar(value: Primitive): void {
    if (this.#isFirst()) this.place.scalar(value);
  }

  grow(text: string, more: string): void {
    if (this.count.items === 0) this.place.grow(text, more);
  }

  #isFirst(): boolean {
    if (++this.count.items === 1) return true;
    this.run.fail(...this.more);
    return false;
  }

  next(): void {}

  close(): void {
    if (this.count.items === 0) this.whenEmpty?.();
  }
}
