import { type Admits, argument } from '../../codecs/codec.js';
import { encoderOf } from '../../codecs/encoders.js';
import { layoutOf } from '../../codecs/fields.js';
import { sameJson } from '../../ir/equal.js';
import { isInstance, isRecord } from '../../ir/json.js';
import type { CodedShape, ObjectShape, Shape } from '../../ir/shape.js';
import { brokenConstraint, type FormatTest } from '../constraints.js';
import type { Lowered } from '../lowered.js';

/** Whether a value can be said by a shape, with nothing written. What was once found out is kept. */
export class Admission {
  readonly #lowered: Lowered;
  readonly #formatAdmits: FormatTest;
  readonly #tables = new Map<string, CodedShape>();
  readonly #known = [new Map<Shape, Map<unknown, boolean>>(), new Map<Shape, Map<unknown, boolean>>()] as const;
  /** Whether objects that strip undeclared keys are asked to keep them: an option that loses nothing comes first. */
  #strict = false;
  readonly #asCodec: Admits;

  constructor(lowered: Lowered, formatAdmits: FormatTest) {
    this.#lowered = lowered;
    this.#formatAdmits = formatAdmits;
    this.#asCodec = Object.assign((shape: Shape, value: unknown) => this.admits(shape, value), {
      strict: () => this.#strict,
      node: (child: CodedShape) => this.nodeOf(child),
      exactly: (shape: Shape, value: unknown) => this.asked(true, shape, value),
    });
  }

  /** A table that the nodes below refer to. */
  enter(shape: CodedShape): void {
    if (shape.codec === 'table') this.#tables.set(argument<{ table: string }>(shape).table, shape);
  }

  /** The shape of the table node that a `child` refers to. */
  nodeOf(child: CodedShape): Shape | undefined {
    const { table, list } = argument<{ table: string; list: string }>(child);
    const wire = this.#tables.get(table)?.wire;
    const items = wire?.kind === 'object' ? wire.properties.find((property) => property.key === list)?.shape : undefined;
    return items?.kind === 'array' ? items.items : undefined;
  }

  asked(strict: boolean, shape: Shape, value: unknown): boolean {
    const before = this.#strict;
    this.#strict = strict;
    const answer = this.admits(shape, value);
    this.#strict = before;
    return answer;
  }

  admits(shape: Shape, value: unknown): boolean {
    if (shape.kind !== 'union' && shape.kind !== 'coded') return this.#look(shape, value);
    if (typeof value !== 'object' || value === null) return this.#look(shape, value);
    const known = this.#known[this.#strict ? 1 : 0];
    let answers = known.get(shape);
    if (!answers) {
      answers = new Map();
      known.set(shape, answers);
    }
    let answer = answers.get(value);
    if (answer === undefined) {
      answers.set(value, false);
      answer = this.#look(shape, value);
      answers.set(value, answer);
    }
    return answer;
  }

  #look(shape: Shape, value: unknown): boolean {
    switch (shape.kind) {
      case 'coded':
        this.enter(shape);
        if (this.#strict && changes(shape, value)) return false;
        return encoderOf(shape.codec).admits(shape, value, this.#asCodec);
      case 'ref':
        return this.admits(this.#lowered.resolve(shape.name), value);
      case 'null':
        return value === null;
      case 'boolean':
        return typeof value === 'boolean';
      case 'number':
        return Number.isFinite(value) && (!shape.integer || Number.isInteger(value)) && this.#isWithin(shape, value);
      case 'string':
        return typeof value === 'string' && this.#isWithin(shape, value);
      case 'literal':
        return (
          this.#lowered.capitals(shape).has(value) ||
          shape.values.some((candidate) => typeof candidate === 'object' && sameJson(candidate, value))
        );
      case 'array':
        return Array.isArray(value) && this.#isWithin(shape, value) && value.every((item) => this.admits(shape.items, item));
      case 'object':
        return this.#lookAtObject(shape, value);
      case 'union':
        return shape.options.some((option) => this.admits(option, value));
      default:
        return false;
    }
  }

  #isWithin(shape: Shape, value: unknown): boolean {
    return !brokenConstraint(shape, value, this.#formatAdmits);
  }

  #lookAtObject(shape: ObjectShape, value: unknown): boolean {
    if (!isRecord(value) || (this.#strict && isInstance(value))) return false;
    for (const { key, required, shape: inner } of shape.properties) {
      if (!Object.hasOwn(value, key) || value[key] === undefined) {
        if (required && (!Object.hasOwn(value, key) || !this.admits(inner, undefined))) return false;
      } else if (!this.admits(inner, value[key])) return false;
    }
    if (shape.openness === 'strip' && !this.#strict) return true;
    const properties = this.#lowered.properties(shape);
    return Object.keys(value).every((key) => properties.has(key) || value[key] === undefined);
  }
}

/** Whether another option is to be tried first: by this one something would be left out, or filled in. */
function changes(shape: CodedShape, value: unknown): boolean {
  if (shape.codec === 'text') return holdsUndefined(value);
  if (shape.codec !== 'fields' || !isRecord(value)) return false;
  return [...layoutOf(shape).byKey.values()].some(
    ({ field, source }) => field.absence === 'fallback' && (!Object.hasOwn(value, source) || value[source] === undefined),
  );
}

/** Whether JSON text would leave something out that is there. */
function holdsUndefined(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((item) => item === undefined || holdsUndefined(item));
}
