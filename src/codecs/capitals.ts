/** Literal values with the look-up that mends capitalisation where exactly one of them is meant. */
export class Capitals {
  readonly #values: ReadonlySet<unknown>;
  #folded: Map<string, string | undefined> | undefined;

  constructor(values: Iterable<unknown>) {
    this.#values = new Set(values);
  }

  has(value: unknown): boolean {
    return this.#values.has(value);
  }

  /** The one declared text that differs from the value in capitals only. */
  unique(value: unknown): string | undefined {
    if (typeof value !== 'string') return undefined;
    if (!this.#folded) {
      this.#folded = new Map();
      for (const declared of this.#values) {
        if (typeof declared !== 'string') continue;
        const folded = declared.toLowerCase();
        this.#folded.set(folded, this.#folded.has(folded) ? undefined : declared);
      }
    }
    return this.#folded.get(value.toLowerCase());
  }
}
