import type { Occurrence } from '../source.js';

/** What the JSON Schema reader can't know of keywords: constraints that only TypeBox knows, and why some keywords do not bear on validity. */
export class Meanings {
  readonly #copies: { readonly prefix: string; readonly of: string }[] = [];
  readonly #entries = new Map<string, { readonly path: string; readonly keyword: string; readonly inert?: string }>();

  constrains(path: string, keyword: string): void {
    this.#entries.set(`${keyword} ${path}`, { path, keyword });
  }

  inert(path: string, keyword: string, inert: string): void {
    this.#entries.set(`${keyword} ${path}`, { path, keyword, inert });
  }

  /** Definitions that stand in the schema once more, word for word. */
  copied(path: string, of: string): void {
    this.#copies.push({ prefix: `${path}/`, of });
  }

  /** The occurrences with their meanings, and after them the constraints that no visible keyword states. */
  apply(occurrences: readonly Occurrence[]): readonly Occurrence[] {
    const left = new Map(this.#entries);
    const found = occurrences.map((occurrence) => {
      const key = `${occurrence.keyword} ${occurrence.path}`;
      const meaning = left.get(key);
      left.delete(key);
      if (meaning) return meaning;
      const copy = this.#copies.find(({ prefix }) => occurrence.path.startsWith(prefix));
      return copy ? { ...occurrence, inert: `said already at ${copy.of}` } : occurrence;
    });
    return [...found, ...[...left.values()].filter((meaning) => meaning.inert === undefined)];
  }
}
