import type { Primitive } from '../../ir/json.js';
import type { Step } from '../../read/source.js';
import { Holder } from './assembly.js';
import type { Frame } from './frame.js';
import { PLAIN } from './plain.js';
import type { Run } from './run.js';

/** Hands everything to another frame. */
export abstract class Around implements Frame {
  constructor(
    readonly run: Run,
    readonly inner: Frame,
  ) {}

  get step(): Step | undefined {
    return this.inner.step;
  }

  key(key: string): boolean {
    return this.inner.key(key);
  }

  open(list: boolean): Frame {
    return this.inner.open(list);
  }

  scalar(value: Primitive): void {
    this.inner.scalar(value);
  }

  grow(text: string, more: string): void {
    this.inner.grow(text, more);
  }

  next(): void {
    this.inner.next();
  }

  close(): void {
    this.inner.close();
  }
}

/** Keeps a container of the wire until it is whole. */
export class Collecting extends Around {
  readonly #holder: Holder;

  constructor(
    run: Run,
    list: boolean,
    readonly closed: (wire: unknown) => void,
  ) {
    const holder = new Holder();
    super(run, PLAIN.open(run, list, holder, ''));
    this.#holder = holder;
  }

  get wire(): unknown {
    return this.#holder.value;
  }

  override grow(): void {}

  override close(): void {
    super.close();
    this.closed(this.wire);
  }
}
