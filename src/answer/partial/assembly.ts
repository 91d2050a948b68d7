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
  readonly #early = new Map<unknown[], Map<number, unknown>>();

  put(container: Container, step: Step, value: unknown): void {
    this.growingIn = undefined;
    this.#put(container, step, value);
  }

  /** Puts a string that may grow further. */
  grow(container: Container, step: Step, text: string): void {
    [this.growingIn, this.growingAt] = this.#put(container, step, text);
  }

  /** Makes a holder hand on what it has and gets. */
  forward(holder: Holder, container: Container, step: Step): void {
    holder.to = { container, step };
    if (holder.filled) this.put(container, step, holder.value);
  }

  /** Whether items of a list are held back. */
  hasEarly(list: unknown[]): boolean {
    return this.#early.has(list);
  }

  #put(container: Container, step: Step, value: unknown): [Container, Step] {
    let [at, place] = [container, step];
    while (at instanceof Holder) {
      at.value = value;
      at.filled = true;
      if (!at.to) return [at, place];
      [at, place] = [at.to.container, at.to.step];
    }
    if (Array.isArray(at)) this.#item(at, place as number, value);
    else setOwn(at, place as string, value);
    return [at, place];
  }

  #item(list: unknown[], index: number, value: unknown): void {
    if (index > list.length) {
      let early = this.#early.get(list);
      if (!early) {
        early = new Map();
        this.#early.set(list, early);
      }
      early.set(index, value);
      return;
    }
    list[index] = value;
    const early = this.#early.size > 0 ? this.#early.get(list) : undefined;
    if (!early) return;
    for (let next = list.length; early.has(next); next++) {
      list.push(early.get(next));
      early.delete(next);
    }
    if (early.size === 0) this.#early.delete(list);
  }
}
