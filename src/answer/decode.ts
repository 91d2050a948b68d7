import { type Decoding, FAILED, type Failed } from '../codecs/codec.js';
import { decoderOf } from '../codecs/decoders.js';
import { isRecord, setOwn } from '../ir/json.js';
import type { ObjectShape, Shape, UnionShape } from '../ir/shape.js';
import type { Issue, Repair, Step } from '../read/source.js';
import { chooseOption } from './choose-option.js';
import type { Lowered } from './lowered.js';

const MOST_ISSUES = 100;

export type Lifted = { readonly value: unknown; readonly repairs: readonly Repair[] } | { readonly issues: readonly Issue[] };

/** Lifts a wire value to the source's input value; the user's own schema has still to check it. Never throws. */
export function lift(lowered: Lowered, wire: unknown, maxDepth: number): Lifted {
  if (deeperThan(wire, maxDepth))
    return { issues: [{ path: [], code: 'too-deep', message: `The answer is nested more than ${maxDepth} levels deep.` }] };
  const decoder = new Decoder(lowered, maxDepth);
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
  #depth = 0;

  constructor(lowered: Lowered, maxDepth: number) {
    this.#lowered = lowered;
    this.maxDepth = maxDepth;
  }

  fail(code: string, message: string, value: unknown, ...steps: Step[]): Failed {
    if (this.issues.length < MOST_ISSUES)
      this.issues.push({ path: [...this.#path, ...steps], code, message: sentence(message), value });
    return FAILED;
  }

  repair(message: string, from: unknown, to: unknown): void {
    this.repairs.push({ path: [...this.#path], message: sentence(message), from, to });
  }

  lift(shape: Shape, wire: unknown, ...steps: Step[]): unknown {
    if (this.#lowered.inert(shape)) return wire;
    if (steps.length > 0) this.#path.push(...steps);
    const value =
      this.#depth++ > this.maxDepth * 2
        ? this.fail('too-deep', `the value is nested more than ${this.maxDepth} levels deep`, undefined)
        : this.#lift(shape, wire);
    this.#depth--;
    this.#path.length -= steps.length;
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

  #items(shape: Shape, wire: readonly unknown[]): unknown {
    const lifted: unknown[] = new Array(wire.length);
    let whole = true;
    for (let index = 0; index < wire.length; index++) {
      const value = this.lift(shape, wire[index], index);
      if (value === FAILED) whole = false;
      lifted[index] = value;
    }
    return whole ? lifted : FAILED;
  }

  #object(shape: ObjectShape, wire: Record<string, unknown>): unknown {
    const properties = this.#lowered.properties(shape);
    const target: Record<string, unknown> = {};
    let whole = true;
    for (const key of Object.keys(wire)) {
      const property = properties.get(key);
      const value = property ? this.lift(property.shape, wire[key], key) : wire[key];
      if (value === FAILED) whole = false;
      else setOwn(target, key, value);
    }
    return whole ? target : FAILED;
  }

  #union(shape: UnionShape, wire: unknown): unknown {
    const lowered = this.#lowered;
    const best = chooseOption(shape, wire, lowered);
    if (best) return this.lift(best, wire);
    return shape.options.every((option) => lowered.inert(option))
      ? wire
      : this.fail('union', 'the value fits none of the options', wire);
  }
}

function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Whether a value is nested deeper than `limit`; looks level by level, so that no depth overflows the stack. */
export function deeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      for (const child of Array.isArray(item) ? item : Object.values(item))
        if (typeof child === 'object' && child !== null) next.push(child);
    }
    level = next;
  }
  return false;
}
