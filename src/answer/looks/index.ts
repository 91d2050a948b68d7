import { leastItems } from '../../codecs/codec.js';
import { isRecord } from '../../ir/json.js';
import type { ArrayShape, LiteralShape, ObjectShape, Shape, UnionShape } from '../../ir/shape.js';
import type { Lowered } from '../lowered.js';
import { isScalar, scalarOf } from './scalars.js';

/**
 * Looks at a value of which nothing is encoded: how many keys it holds, `NONE` if it has not the form of its shape, or has a number whose digits may
 * have changed. Keys that were not asked for need not be noticed: they are not counted, and so betray themselves.
 */
export type Look = (wire: unknown) => number;
export const NONE = -1;

/** So many objects are looked at before code is made for their shape; making it takes as long as looking at some hundred. */
const MANY = 1000;
/** Code for more properties than these is no faster. */
const MOST_PROPERTIES = 64;
const FEW_LITERALS = 8;

/** Writes a look at objects of a shape as code; undefined where the platform lets none be made. */
export type WriteLook = (shape: ObjectShape, lowered: Lowered, lookOf: (shape: Shape) => Look) => Look | undefined;

/** The looks for the shapes of one document. */
export class Looks {
  readonly #lowered: Lowered;
  readonly #write: WriteLook | undefined;
  readonly #known = new Map<Shape, Look>();

  constructor(lowered: Lowered, write?: WriteLook) {
    this.#lowered = lowered;
    this.#write = write;
  }

  readonly of = (shape: Shape): Look => {
    let look = this.#known.get(shape);
    if (!look) {
      look = this.#made(shape);
      this.#known.set(shape, look);
    }
    return look;
  };

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
      case 'object':
        return this.#object(shape);
      default: {
        const scalar = scalarOf(shape);
        return (wire) => (isScalar(scalar, wire) ? 0 : NONE);
      }
    }
  }

  /** Any option will do, since none is encoded. */
  #union({ options }: UnionShape): Look {
    const looks = options.map(this.of);
    return (wire) => {
      for (let index = 0; index < looks.length; index++) {
        const keys = (looks[index] as Look)(wire);
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
  #object(shape: ObjectShape): Look {
    const write = shape.properties.length <= MOST_PROPERTIES ? this.#write : undefined;
    let look = this.#keyByKey(shape);
    if (!write) return look;
    let left = MANY;
    return (wire) => {
      if (left > 0 && --left === 0) look = write(shape, this.#lowered, this.of) ?? look;
      return look(wire);
    };
  }

  #keyByKey({ properties }: ObjectShape): Look {
    const parts = properties.map(({ key, required, shape }) => ({
      ...{ key, required, scalar: scalarOf(shape), look: this.of(shape) },
    }));
    const places = new Map(parts.map(({ key }, index) => [key, index]));
    const least = parts.filter(({ required }) => required).length;
    return (wire) => {
      if (!isRecord(wire)) return NONE;
      let keys = 0;
      let found = 0;
      let next = 0;
      for (const key in wire) {
        if (parts[next]?.key !== key) next = places.get(key) ?? parts.length;
        const part = parts[next];
        if (!part) return NONE;
        const value = wire[key];
        if (!isScalar(part.scalar, value)) {
          const inside = part.look(value);
          if (inside === NONE) return NONE;
          keys += inside;
        }
        if (part.required) found++;
        keys++;
        next++;
      }
      return found === least ? keys : NONE;
    };
  }
}

function literal({ values }: LiteralShape): Look {
  if (values.length > FEW_LITERALS) {
    const known = new Set<unknown>(values);
    return (wire) => (known.has(wire) ? 0 : NONE);
  }
  return (wire) => {
    for (let index = 0; index < values.length; index++) if (values[index] === wire) return 0;
    return NONE;
  };
}
