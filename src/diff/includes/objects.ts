import { matcher } from '../../ir/matcher.js';
import type { ObjectShape, Shape } from '../../ir/shape.js';
import { type Trail, within } from './gap.js';
import type { Prover } from './prover.js';

/** Whether the objects of one shape fit another: what is declared, what else may be there, what must be there. */
export function objectsHold(
  prover: Prover,
  from: ObjectShape,
  to: ObjectShape,
  trail: Trail | undefined,
  depth: number,
): boolean {
  const hold = new Objects(prover, from, to, trail, depth);
  // No short cut: every gap is a lead to a counterexample.
  return [hold.declared(), hold.required(), hold.entries()].every((held) => held);
}

class Objects {
  constructor(
    private readonly prover: Prover,
    private readonly from: ObjectShape,
    private readonly to: ObjectShape,
    private readonly trail: Trail | undefined,
    private readonly depth: number,
  ) {}

  declared(): boolean {
    return this.from.properties
      .map(({ key, shape }) => {
        const trail = within(this.trail, { kind: 'property', shape: this.from, key });
        const fits = this.#readers(key).map((read) => this.#holds(shape, read, trail));
        return fits.every((held) => held) && this.#keyFits({ kind: 'literal', path: shape.path, values: [key] }, trail);
      })
      .every((held) => held);
  }

  required(): boolean {
    const given = new Set([
      ...this.from.properties
        .filter(({ required, fallback }) => required || (this.prover.types && fallback))
        .map(({ key }) => key),
      ...(this.from.demands ?? []),
    ]);
    const asked = [
      ...this.to.properties.filter(({ required, fallback }) => required || (this.prover.types && fallback)).map(({ key }) => key),
      ...(this.to.demands ?? []),
    ];
    const inherited = this.#inherited().filter((key) => !given.has(key));
    for (const key of inherited)
      this.prover.gap(
        this.from,
        this.to,
        this.trail,
        `the library reads the ${key} that every object inherits where it is absent`,
      );
    return (
      inherited.length === 0 &&
      asked
        .map(
          (key) =>
            given.has(key) || this.prover.gap(this.from, this.to, this.trail, `the property ${JSON.stringify(key)} is required`),
        )
        .every((held) => held)
    );
  }

  /** Properties whose absence Zod and TypeBox may not see. */
  #inherited(): readonly string[] {
    if (this.prover.types || this.prover.asked.dialect === 'json-schema') return [];
    return this.to.properties.filter(({ key, required }) => !required && key in Object.prototype).map(({ key }) => key);
  }

  /** Undeclared keys, by pattern and by what the rest may be. */
  entries(): boolean {
    const patterned = this.from.patterns.map(({ pattern, shape }) => {
      const trail = within(this.trail, { kind: 'entry', shape: this.from, pattern });
      const certain = shape.path.startsWith(`${this.from.path}/`);
      return this.#entriesFit(certain ? shape : { kind: 'any', path: shape.path }, trail, pattern);
    });
    if (this.from.openness === 'closed' || this.from.openness === 'strip') return patterned.every((held) => held);
    const trail = within(this.trail, { kind: 'entry', shape: this.from });
    const rest = [
      this.#entriesFit(this.from.rest, trail, undefined),
      this.#keyFits(
        this.from.keys ?? { kind: 'string', path: this.from.path },
        within(this.trail, { kind: 'key', shape: this.from }),
      ),
    ];
    return [...patterned, ...rest].every((held) => held);
  }

  /** Every shape that reads a value under a key that matches `pattern`, or under any key that is not declared. */
  #entriesFit(shape: Shape, trail: Trail, pattern: string | undefined): boolean {
    const known = new Set(this.from.properties.map(({ key }) => key));
    const may = (key: string) =>
      !known.has(key) &&
      !this.prover.isDead(this.from, key) &&
      (pattern === undefined ? this.#mayBeKey(key) : matcher(pattern)(key)) &&
      !this.from.skips?.includes(key);
    const named = this.to.properties
      .filter(({ key }) => may(key))
      .map((property) =>
        this.#holds(shape, property.shape, within(trail.outer, { kind: 'entry', shape: this.from, key: property.key })),
      );
    // Under a pattern that both have, what is written there is compared with what is read there.
    const shared = (entry: { readonly pattern: string }) =>
      entry.pattern !== pattern && this.from.patterns.some((own) => own.pattern === entry.pattern);
    const matching = this.to.patterns
      .filter((entry) => !shared(entry))
      .map((entry) =>
        this.#holds(
          shape,
          entry.shape,
          pattern === undefined || pattern === entry.pattern
            ? trail
            : within(trail.outer, { kind: 'entry', shape: this.from, pattern: entry.pattern }),
        ),
      );
    const covered = pattern !== undefined && this.to.patterns.some((entry) => entry.pattern === pattern);
    return [...named, ...matching, covered || this.#holds(shape, this.#rest(), trail)].every((held) => held);
  }

  #mayBeKey(key: string): boolean {
    if (this.from.patterns.some((entry) => matcher(entry.pattern)(key))) return false;
    const { keys } = this.from;
    return keys?.kind !== 'literal' || keys.values.includes(key);
  }

  #keyFits(keys: Shape, trail: Trail): boolean {
    return this.to.keys === undefined || this.prover.types || this.prover.holds(keys, this.to.keys, trail, this.depth + 1);
  }

  #readers(key: string): readonly Shape[] {
    const declared = this.to.properties.find((property) => property.key === key);
    if (declared) return [declared.shape];
    const matching = this.to.patterns.filter(({ pattern }) => matcher(pattern)(key)).map(({ shape }) => shape);
    return matching.length > 0 ? matching : [this.#rest()];
  }

  #rest(): Shape {
    const { openness, rest, path } = this.to;
    const open = openness === 'strip' || openness === 'implicit' || (this.prover.types && openness === 'closed');
    return open ? { kind: 'any', path } : rest;
  }

  #holds(from: Shape, to: Shape, trail: Trail): boolean {
    return this.prover.holds(from, to, trail, this.depth + 1);
  }
}
