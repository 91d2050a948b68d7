import { type Decoding, FAILED, type Failed, leastItems } from '../../codecs/codec.js';
import { decoderOf } from '../../codecs/decoders.js';
import { isRecord, setOwn } from '../../ir/json.js';
import type { ArrayShape, CodedShape, ObjectShape, Shape, UnionShape } from '../../ir/shape.js';
import { accepts } from '../accepts.js';
import { hasKeys } from '../key-places/index.js';
import type { Lowered } from '../lowered.js';
import { type Choice, choicesOf, chosen, typeOf } from './choices.js';
import { depthOf } from './depth.js';
import { Looks, NONE } from './look.js';
import { ownKeys } from './own-keys.js';

export { parseText, parseTextAsync } from './parse-text.js';

/** Lifts what has exactly the form of a shape; `FAILED` for anything else. */
type Take = (wire: unknown) => unknown;

/**
 * Lifts answers that are just what was asked for, in one walk that also proves that reading the text lost nothing. It says only yes: for
 * anything else, be it wrong or merely unusual, it answers `FAILED`, and the decoder that knows the words has to look.
 */
export class FastPath implements Decoding {
  readonly maxDepth: number;
  readonly tables = new Map<string, unknown>();
  readonly #lowered: Lowered;
  readonly #looks: Looks;
  readonly #root: Take | undefined;
  /** What is lifted is JSON, and no deeper than the schema. */
  givesJson = true;
  readonly #takes = new Map<Shape, Take>();
  /** Keys met so far. */
  #keys = 0;
  #depth = 0;
  #failed = false;

  constructor(lowered: Lowered, maxDepth: number) {
    this.#lowered = lowered;
    this.#looks = new Looks(lowered);
    this.maxDepth = maxDepth;
    if (depthOf(lowered.document.root, lowered) <= maxDepth) this.#root = this.#take(lowered.document.root);
  }

  /** The lifted value of JSON text; `FAILED` where it takes a closer look. Never throws. */
  read(text: string): unknown {
    if (!this.#root) return FAILED;
    this.#keys = 0;
    this.#depth = 0;
    this.#failed = false;
    if (this.tables.size > 0) this.tables.clear();
    try {
      const value = this.#root(JSON.parse(text));
      // Who takes a key counts it, and the text has at least as many places that look like one as it has keys, repeated ones and all.
      return value !== FAILED && !this.#failed && hasKeys(text, this.#keys) ? value : FAILED;
    } catch {
      return FAILED;
    }
  }

  lift(shape: Shape, wire: unknown): unknown {
    if (this.#depth > this.maxDepth * 2) return FAILED;
    this.#depth++;
    const value = this.#take(shape)(wire);
    this.#depth--;
    return value;
  }

  fail(): Failed {
    this.#failed = true;
    return FAILED;
  }

  repair(): void {
    throw new TypeError('only exact values are taken');
  }

  #take(shape: Shape): Take {
    let take = this.#takes.get(shape);
    if (!take) {
      take = this.#isCoded(shape) ? this.#made(shape) : this.#plain(shape);
      this.#takes.set(shape, take);
    }
    return take;
  }

  /** Nothing is encoded: the value is only looked at. */
  #plain(shape: Shape): Take {
    const look = this.#looks.of(shape);
    return (wire) => {
      const keys = look(wire);
      if (keys === NONE) return FAILED;
      this.#keys += keys;
      return wire;
    };
  }

  #made(shape: Shape): Take {
    switch (shape.kind) {
      case 'ref':
        return this.#take(this.#lowered.resolve(shape.name));
      case 'union':
        return this.#union(shape);
      case 'array':
        return this.#array(shape);
      case 'object':
        return this.#object(shape);
      case 'coded':
        return this.#coded(shape);
      default:
        return () => FAILED;
    }
  }

  #array(shape: ArrayShape): Take {
    const take = this.#take(shape.items);
    const least = leastItems(shape);
    return (wire) => {
      if (!Array.isArray(wire) || wire.length < least) return FAILED;
      const lifted: unknown[] = [];
      for (let index = 0; index < wire.length; index++) {
        const value = take(wire.at(index));
        if (value === FAILED) return FAILED;
        lifted.push(value);
      }
      return lifted;
    };
  }

  #object({ properties }: ObjectShape): Take {
    const parts = new Map(properties.map(({ key, required, shape }) => [key, { required, take: this.#take(shape) }]));
    const required = properties.filter((property) => property.required).length;
    return (wire) => {
      if (!isRecord(wire)) return FAILED;
      const target: Record<string, unknown> = {};
      let found = 0;
      for (const key in wire) {
        const part = parts.get(key);
        const value = part ? part.take(wire[key]) : FAILED;
        if (value === FAILED) return FAILED;
        if (part?.required) found++;
        this.#keys++;
        if (key === '__proto__') setOwn(target, key, value);
        else target[key] = value;
      }
      return found === required ? target : FAILED;
    };
  }

  /** The option that the decoder would choose: the first that the value has the form of, which type and tag often tell. */
  #union({ options }: UnionShape): Take {
    const choices = choicesOf(options, this.#lowered);
    const takes = new Map(options.map((option) => [option, this.#take(option)]));
    return (wire) => {
      const choice = choices.get(typeOf(wire)) as Choice;
      const option = chosen(choice, wire) ?? choice.options.find((candidate) => accepts(candidate, wire, this.#lowered, false));
      return option ? (takes.get(option) as Take)(wire) : FAILED;
    };
  }

  #coded(shape: CodedShape): Take {
    const decode = decoderOf(shape.codec);
    const count = ownKeys(shape);
    if (!PLAIN_CODECS.has(shape.codec)) this.givesJson = false;
    return (wire) => {
      this.#keys += count(wire);
      return decode(shape, wire, this);
    };
  }

  #isCoded(shape: Shape): boolean {
    switch (shape.kind) {
      case 'coded':
        return true;
      case 'ref':
        return this.#isCoded(this.#lowered.resolve(shape.name));
      case 'array':
        return this.#isCoded(shape.items);
      case 'object':
        return shape.properties.some((property) => this.#isCoded(property.shape));
      case 'union':
        return shape.options.some((option) => this.#isCoded(option));
      default:
        return false;
    }
  }
}

/** Codecs that give JSON of JSON, and neither fold a table nor read a text. */
const PLAIN_CODECS: ReadonlySet<string> = new Set([
  ...['entries', 'fields', 'tuple', 'labels', 'one-of', 'tagged', 'maybe', 'lists', 'wrap'],
]);
