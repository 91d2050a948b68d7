import { leastItems } from '../../codecs/codec.js';
import { isRecord } from '../../ir/json.js';
import { ofEach } from '../../ir/of-each.js';
import type { ArrayShape, LiteralShape, ObjectShape, Shape, UnionShape } from '../../ir/shape.js';
import type { Lowered } from '../lowered.js';
import { isCertain, isScalar, type Scalar, scalarOf } from './scalars.js';

/**
 * Looks at a value of which nothing is encoded: how many keys it holds, `NONE` if it has not the form of its shape, or has a number whose digits may
 * have changed. Keys that were not asked for need not be noticed: they are not counted, and so betray themselves.
 */
export type Look = (wire: unknown) => number;
export const NONE = -1;

/** Makes a look at objects of a shape faster, where the platform lets it. */
export type Quicken = (look: Look, shape: ObjectShape, lowered: Lowered, lookOf: (shape: Shape) => Look) => Look;

/** So few are compared faster than looked up. */
export const FEW_LITERALS = 8;

/** The looks for the shapes of one document. */
export class Looks {
  readonly #lowered: Lowered;
  readonly #quicken: Quicken | undefined;
  /** Looks that notice every key: where nothing else tells options apart, it is the keys that were not asked for. */
  readonly #exact: Looks;

  constructor(lowered: Lowered, quicken?: Quicken) {
    this.#lowered = lowered;
    this.#quicken = quicken;
    this.#exact = quicken ? new Looks(lowered) : this;
  }

  readonly of = ofEach((shape: Shape): Look => this.#made(shape));

  #made(shape: Shape): Look {
    switch (shape.kind) {
      case 'literal':
        return literal(shape);
      case 'ref':
        return this.of(this.#lowered.resolve(shape.name));
      case 'union':
        return this.#union(shape);
      case 'array':
        return this.#array(shape);
      case 'object': {
        const look = this.#object(shape);
        return this.#quicken?.(look, shape, this.#lowered, this.of) ?? look;
      }
      default: {
        const scalar = scalarOf(shape);
        return (wire) => (isScalar(scalar, wire) ? 0 : NONE);
      }
    }
  }

  /** Any option will do, since none is encoded. */
  #union(shape: UnionShape): Look {
    return (wire) => {
      const only = this.#lowered.only(shape, wire);
      if (only) return this.of(only)(wire);
      for (const option of shape.options) {
        const keys = this.#exact.of(option)(wire);
        if (keys !== NONE) return keys;
      }
      return NONE;
    };
  }

  #array(shape: ArrayShape): Look {
    const scalar = scalarOf(shape.items);
    const least = leastItems(shape);
    const look = this.of(shape.items);
    return (wire) => {
      if (!Array.isArray(wire) || wire.length < least) return NONE;
      let keys = 0;
      for (let index = 0; index < wire.length; index++) {
        // With an index, V8 would turn lists of numbers into lists of boxed ones here, since this place meets lists of every kind.
        const item = wire.at(index);
        if (isScalar(scalar, item)) continue;
        const inside = look(item);
        if (inside === NONE) return NONE;
        keys += inside;
      }
      return keys;
    };
  }

  /** Key by key, which is the fastest where no code is made: the keys nearly always come in the order of the schema. */
  #object({ properties }: ObjectShape): Look {
    const names = properties.map(({ key }) => key);
    const scalars = properties.map(({ shape }) => scalarOf(shape));
    const looks = properties.map(({ shape }) => this.of(shape));
    const required = properties.map((property) => (property.required ? 1 : 0));
    const places = new Map(names.map((name, index) => [name, index]));
    const least = properties.filter((property) => property.required).length;
    return (wire) => {
      if (!isRecord(wire)) return NONE;
      let keys = 0;
      let found = 0;
      let next = 0;
      for (const key in wire) {
        if (names[next] !== key) {
          const place = places.get(key);
          if (place === undefined) return NONE;
          next = place;
        }
        const value = wire[key];
        if (!isScalar(scalars[next] as Scalar, value)) {
          const inside = (looks[next] as Look)(value);
          if (inside === NONE) return NONE;
          keys += inside;
        }
        found += required[next] as number;
        keys++;
        next++;
      }
      return found === least ? keys : NONE;
    };
  }
}

function literal(shape: LiteralShape): Look {
  const values = shape.values.filter(isCertain);
  if (values.length > FEW_LITERALS) {
    const known = new Set<unknown>(values);
    return (wire) => (known.has(wire) ? 0 : NONE);
  }
  return (wire) => {
    for (const value of values) if (value === wire) return 0;
    return NONE;
  };
}
