import { type Decoding, FAILED, type Failed } from '../codecs/codec.js';
import { decoderOf } from '../codecs/decoders.js';
import { isRecord } from '../ir/json.js';
import type { ObjectShape, Shape, UnionShape } from '../ir/shape.js';
import type { Issue, Repair, Step } from '../read/source.js';
import { chooseOption } from './choose-option.js';
import { NONE } from './looks/index.js';
import type { Lowered } from './lowered.js';

const MOST_ISSUES = 100;

export type Lifted = { readonly value: unknown; readonly repairs: readonly Repair[] } | { readonly issues: readonly Issue[] };

/**
 * Lifts a wire value to the source's input value; the user's own schema has still to check it. `inPlace`: nobody else holds the value, and its objects and
 * lists are lifted in their places.
 */
export function lift(lowered: Lowered, wire: unknown, maxDepth: number, inPlace = false): Lifted {
  const decoder = new Decoder(lowered, maxDepth, inPlace);
  const value = decoder.lift(lowered.document.root, wire);
  if (decoder.issues.length > 0) return { issues: decoder.issues };
  return { value, repairs: decoder.repairs };
}

class Decoder implements Decoding {
  readonly issues: Issue[] = [];
  readonly repairs: Repair[] = [];
  readonly tables = new Map<string, unknown>();
  readonly maxDepth: number;
  readonly #lowered: Lowered;
  readonly #path: Step[] = [];
  /** Within something plain that has not the form that was asked for: to look again at each of its parts would take too long. */
  #odd = false;
  readonly #inPlace: boolean;

  constructor(lowered: Lowered, maxDepth: number, inPlace: boolean) {
    this.#lowered = lowered;
    this.maxDepth = maxDepth;
    this.#inPlace = inPlace;
  }

  fail(code: string, message: string, value: unknown, ...steps: Step[]): Failed {
    if (this.issues.length < MOST_ISSUES)
      this.issues.push({ path: [...this.#path, ...steps], code, message: sentence(message), value });
    return FAILED;
  }

  repair(message: string, from: unknown, to: unknown): void {
    this.repairs.push({ path: [...this.#path], message: sentence(message), from, to });
  }

  lift(shape: Shape, wire: unknown, step?: Step): unknown {
    if (shape.kind === 'string' || shape.kind === 'number') return wire;
    const nature = this.#lowered.nature(shape);
    if (nature === 'inert') return wire;
    const odd = this.#odd;
    if (nature === 'plain' && !odd) {
      if (this.#lowered.looks.of(shape)(wire) !== NONE) return wire;
      this.#odd = true;
    }
    if (step !== undefined) this.#path.push(step);
    const value =
      this.#path.length > this.maxDepth
        ? this.fail('too-deep', `the value is nested more than ${this.maxDepth} levels deep`, undefined)
        : this.#lift(shape, wire);
    this.#odd = odd;
    if (step !== undefined) this.#path.pop();
    return value;
  }

  #lift(shape: Shape, wire: unknown): unknown {
    switch (shape.kind) {
      case 'coded':
        return decoderOf(shape.codec)(shape, wire, this);
      case 'ref':
        return this.lift(this.#lowered.resolve(shape.name), wire);
      case 'literal': {
        const capitals = this.#lowered.capitals(shape);
        if (capitals.has(wire)) return wire;
        const meant = capitals.unique(wire);
        if (meant === undefined) return wire;
        this.repair('the capitalisation was corrected', wire, meant);
        return meant;
      }
      case 'array':
        return Array.isArray(wire) ? this.#items(shape.items, wire) : wire;
      case 'object':
        return isRecord(wire) ? this.#object(shape, wire) : wire;
      case 'union':
        return this.#union(shape, wire);
      default:
        return wire;
    }
  }

  #items(shape: Shape, wire: unknown[]): unknown {
    const target = this.#inPlace ? wire : wire.slice();
    let whole = true;
    for (let index = 0; index < target.length; index++) {
      const value = this.lift(shape, target[index], index);
      if (value === FAILED) whole = false;
      else target[index] = value;
    }
    return whole ? target : FAILED;
  }

  #object(shape: ObjectShape, wire: Record<string, unknown>): unknown {
    const target = this.#inPlace ? wire : { ...wire };
    let whole = true;
    for (const property of this.#lowered.changing(shape)) {
      const { key } = property;
      if (!Object.hasOwn(target, key)) continue;
      const value = this.lift(property.shape, target[key], key);
      if (value === FAILED) whole = false;
      else target[key] = value;
    }
    return whole ? target : FAILED;
  }

  #union(shape: UnionShape, wire: unknown): unknown {
    const lowered = this.#lowered;
    const best = chooseOption(shape, wire, lowered);
    if (best) return this.lift(best, wire);
    return shape.options.every((option) => lowered.nature(option) === 'inert')
      ? wire
      : this.fail('union', 'the value fits none of the options', wire);
  }
}

function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
