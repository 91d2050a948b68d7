import { Holder } from './assembly.js';
import { Around } from './places.js';
import { PLAIN } from './plain.js';
import type { Run } from './run.js';

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

  get wire(): object {
    return this.#holder.value as object;
  }

  override close(): void {
    super.close();
    this.closed(this.wire);
  }
}
