import { setOwn } from '../../ir/json.js';
import type { Step } from '../../read/source.js';

/** What a value can be put into. */
export type Container = unknown[] | Record<string, unknown> | Holder;

/** A place of its own, for a value whose place in the whole may not be known yet. Once it is, the value is handed on. */
export class Holder {
  value: unknown;
  filled = false;
  to: { readonly container: Container; readonly step: Step } | undefined;
}

/** The source value as far as it is known. */
export class Assembly {
  readonly root = new Holder();
  /** Where the one string stands that is still growing. */
  growingIn: Container | undefined;
  growingAt: Step | undefined;
  /** Items of lists that came before an earlier one: held back, so that no list has a hole. */
  readonly #early = new Map<unknown, Map<number, unknown>>();

  put(container: Container, step: Step, value: unknown): void {
    this.growingIn = undefined;
    let at = container;
    let place = step;
    while (at instanceof Holder) {
      at.value = value;
      at.filled = true;
      if (!at.to) return;
      place = at.to.step;
      at = at.to.container;
    }
    if (!Array.isArray(at)) setOwn(at, place as string, value);
    else if (place === at.length) this.#append(at, value);
    else this.#place(at, place as number, value);
  }

  /** Puts a string that may grow further. */
  grow(container: Container, step: Step, text: string): void {
    this.put(container, step, text);
    this.growingIn = container;
    this.growingAt = step;
    for (let at = container; at instanceof Holder && at.to; at = at.to.container) {
      this.growingIn = at.to.container;
      this.growingAt = at.to.step;
    }
  }

  /** Makes a holder hand on what it has and gets. */
  forward(holder: Holder, container: Container, step: Step): void {
    holder.to = { container, step };
    if (holder.filled) this.put(container, step, holder.value);
  }

  /** Whether items of a list are held back. */
  isHoldingBack(list: unknown): boolean {
    return this.#early.has(list);
  }

  #append(list: unknown[], value: unknown): void {
    list.push(value);
    const early = this.#early.size > 0 ? this.#early.get(list) : undefined;
    if (!early) return;
    for (let index = list.length; early.has(index); index++) {
      list.push(early.get(index));
      early.delete(index);
    }
    if (early.size === 0) this.#early.delete(list);
  }

  #place(list: unknown[], index: number, value: unknown): void {
    if (index < list.length) {
      list[index] = value;
      return;
    }
    let early = this.#early.get(list);
    if (!early) {
      early = new Map();
      this.#early.set(list, early);
    }
    early.set(index, value);
  }
}
