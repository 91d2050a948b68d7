import { pointer } from '../../ir/pointer.js';
import type { Issue, Step } from '../../read/source.js';
import type { Lowered } from '../lowered.js';
import { Assembly } from './assembly.js';
import { isContainer } from './containers.js';
import type { DeepPartial } from './deep-partial.js';
import { PLAIN } from './plain.js';
import { plansOf } from './plans.js';
import { Run } from './run.js';
import { Scanner } from './scanner.js';
import { snapshotOf } from './snapshot.js';

/**
 * Reads JSON text as it comes, cut anywhere, and lifts it as it grows; without a lowered document the value is what the JSON says.
 * What is shown is certain: a list only gets longer, an object gets more properties, an open text gets longer, and all else is shown when it is whole.
 * What is whole is frozen and keeps its identity. The first issue ends the reading: what came before it stays. Costs grow with the text alone.
 */
export class PartialReader<Input = unknown> {
  readonly #assembly = new Assembly();
  readonly #run: Run;
  readonly #scanner: Scanner;

  constructor(lowered: Lowered | undefined, { maxDepth }: { readonly maxDepth: number }) {
    this.#run = new Run(this.#assembly, maxDepth, lowered ? plansOf(lowered).of(lowered.document.root) : PLAIN);
    this.#scanner = new Scanner(this.#run);
  }

  /** Takes the next piece of the text. Never throws. */
  push(delta: string): void {
    try {
      this.#scanner.push(delta);
    } catch (error) {
      this.#unreadable(error);
    }
  }

  /** The text is complete; what is missing in it is an issue. Never throws. */
  end(): void {
    try {
      this.#scanner.end();
    } catch (error) {
      this.#unreadable(error);
    }
  }

  /** The value as far as it is known; the same object as long as it grows. Undefined while nothing is. Not finished: the user's schema has not seen it. */
  get value(): DeepPartial<Input> | undefined {
    return this.#assembly.root.value as DeepPartial<Input> | undefined;
  }

  /** What is wrong with the text: nothing, or the first thing. */
  get issues(): readonly Issue[] {
    return this.#run.issues;
  }

  /** The text of the value is whole. A number at the root is so only after `end`, or when a blank follows. */
  get done(): boolean {
    return this.#scanner.done && this.#run.issues.length === 0;
  }

  /** Whether there is a value at a path, and it is whole. */
  isComplete(path: readonly Step[]): boolean {
    const { root } = this.#assembly;
    let container: unknown = root;
    let value = root.value;
    for (const step of path) {
      if (!isContainer(value) || !Object.prototype.propertyIsEnumerable.call(value, step)) return false;
      container = value;
      value = (value as Record<Step, unknown>)[step];
    }
    return (container !== root || root.filled) && this.#isWhole(container, path[path.length - 1] ?? '', value);
  }

  /** JSON Pointers of what is whole, the largest parts only: what is below one of them is whole too. */
  completePaths(): string[] {
    const { root } = this.#assembly;
    if (!root.filled) return [];
    const paths: string[] = [];
    const open: { readonly path: string; readonly container: unknown; readonly step: Step; readonly value: unknown }[] = [
      { path: '', container: root, step: '', value: root.value },
    ];
    for (let next = open.pop(); next; next = open.pop()) {
      const { path, container, step, value } = next;
      if (this.#isWhole(container, step, value)) paths.push(path);
      else if (isContainer(value))
        for (const [key, inner] of Object.entries(value).reverse())
          open.push({ path: pointer(path, key), container: value, step: key, value: inner });
    }
    return paths;
  }

  /** A copy that no longer grows. Parts that are whole are shared. */
  snapshot(): DeepPartial<Input> | undefined {
    return snapshotOf(this.value) as DeepPartial<Input> | undefined;
  }

  #isWhole(container: unknown, step: Step, value: unknown): boolean {
    if (isContainer(value)) return Object.isFrozen(value);
    const { growingIn, growingAt } = this.#assembly;
    return growingIn !== container || String(growingAt) !== String(step);
  }

  #unreadable(error: unknown): void {
    const message = `The value can not be read: ${error instanceof Error ? error.message : String(error)}.`;
    this.#run.raise({ path: [], code: 'unreadable', message });
  }
}
