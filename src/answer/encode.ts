import { type Admits, argument, type Encoding, FAILED, type Failed } from '../codecs/codec.js';
import { encoderOf } from '../codecs/encoders.js';
import { layoutOf } from '../codecs/fields.js';
import { isHeld } from '../ir/attach.js';
import { eachChild } from '../ir/children.js';
import { sameJson } from '../ir/equal.js';
import { isInstance, isRecord, type Json, setOwn } from '../ir/json.js';
import type { CodedShape, Loss, ObjectShape, Shape, UnionShape } from '../ir/shape.js';
import type { Issue, Step } from '../read/source.js';
import { brokenConstraint, type FormatTest } from './constraints.js';
import type { Lowered } from './lowered.js';

/** Lowers a source value that is known to be valid. Issues mean that it can't be said: `narrowedBy` names what closed it. Never throws. */
export function encode(
  lowered: Lowered,
  value: unknown,
  maxDepth: number,
  formatAdmits: FormatTest,
): { readonly wire: Json } | { readonly issues: readonly Issue[] } {
  const encoder = new Encoder(lowered, maxDepth, formatAdmits);
  let wire: Json | Failed;
  try {
    wire = encoder.lower(lowered.document.root, value);
  } catch (error) {
    return {
      issues: [
        {
          path: [],
          code: 'unreadable',
          message: `The value can not be read: ${error instanceof Error ? error.message : String(error)}.`,
        },
      ],
    };
  }
  if (wire === FAILED || encoder.issues.length > 0) return { issues: encoder.issues };
  return { wire };
}

class Encoder implements Encoding {
  issues: Issue[] = [];
  readonly tables = new Map<string, unknown>();
  node = 0;
  readonly admits: Admits;
  readonly #lowered: Lowered;
  readonly #maxDepth: number;
  readonly #formatAdmits: FormatTest;
  readonly #path: Step[] = [];
  readonly #tableShapes = new Map<string, CodedShape>();
  readonly #known = [new Map<Shape, Map<unknown, boolean>>(), new Map<Shape, Map<unknown, boolean>>()] as const;
  /** Whether objects that strip undeclared keys are asked to keep them: an option that loses nothing comes first. */
  #strict = false;
  #exact = false;
  readonly #more = new Map<Shape, boolean>();
  #trials = 0;
  #depth = 0;

  constructor(lowered: Lowered, maxDepth: number, formatAdmits: FormatTest) {
    this.#lowered = lowered;
    this.#maxDepth = maxDepth;
    this.#formatAdmits = formatAdmits;
    const admits = (shape: Shape, value: unknown) => this.#admits(shape, value);
    this.admits = Object.assign(admits, {
      strict: () => this.#strict,
      node: (child: CodedShape) => this.#nodeOf(child),
      exactly: (shape: Shape, value: unknown) => this.#asked(true, shape, value),
    });
  }

  fail(code: string, message: string, value: unknown, shape: Shape | undefined, ...steps: Step[]): Failed {
    const narrowedBy = shape?.losses?.[0]?.path;
    this.issues.push({
      path: [...this.#path, ...steps],
      code,
      message: `${message.charAt(0).toUpperCase()}${message.slice(1)}.`,
      value,
      ...(narrowedBy !== undefined && { narrowedBy }),
    });
    return FAILED;
  }

  lower(shape: Shape, value: unknown, ...steps: Step[]): Json | Failed {
    this.#path.push(...steps);
    const before = this.issues.length;
    const wire =
      this.#depth++ > this.#maxDepth * 2
        ? this.fail('too-deep', `the value is nested more than ${this.#maxDepth} levels deep`, undefined, undefined)
        : this.#lower(shape, value);
    this.#depth--;
    if (wire === FAILED && shape.losses?.some(isDeep)) this.#blame(shape, before);
    this.#path.length -= steps.length;
    return wire;
  }

  #lower(shape: Shape, value: unknown): Json | Failed {
    switch (shape.kind) {
      case 'coded': {
        if (shape.codec === 'table') this.#tableShapes.set(argument<{ table: string }>(shape).table, shape);
        return encoderOf(shape.codec).encode(shape, value, this);
      }
      case 'ref':
        return this.lower(this.#lowered.resolve(shape.name), value);
      case 'null':
        return value === null ? null : this.fail('type', 'expected null', value, shape);
      case 'boolean':
        return typeof value === 'boolean' ? value : this.fail('type', 'expected a boolean', value, shape);
      case 'number':
        if (typeof value !== 'number' || !Number.isFinite(value)) return this.fail('type', 'expected a number', value, shape);
        if (shape.integer && !Number.isInteger(value)) return this.fail('type', 'expected an integer', value, shape);
        return this.#meets(shape, value) ? value : FAILED;
      case 'string':
        if (typeof value !== 'string') return this.fail('type', 'expected text', value, shape);
        return this.#meets(shape, value) ? value : FAILED;
      case 'literal':
        return this.#lowered.capitals(shape).has(value)
          ? (value as Json)
          : this.fail('literal', 'the value is none of the declared ones', value, shape);
      case 'array': {
        if (!Array.isArray(value)) return this.fail('type', 'expected a list', value, shape);
        if (!this.#meets(shape, value)) return FAILED;
        const items: Json[] = [];
        let whole = true;
        for (let index = 0; index < value.length; index++) {
          const item = this.lower(shape.items, value[index], index);
          if (item === FAILED) whole = false;
          else items.push(item);
        }
        return whole ? items : FAILED;
      }
      case 'object':
        return this.#object(shape, value);
      case 'union':
        return this.#union(shape, value);
      default:
        return this.fail('shape', 'the value can not be said', value, shape);
    }
  }

  lacks(value: Record<string, unknown>, key: string, shape: Shape): boolean {
    return !Object.hasOwn(value, key) || (value[key] === undefined && !isHeld(shape));
  }

  #meets(shape: Shape, value: unknown): boolean {
    const broken = brokenConstraint(shape, value, this.#formatAdmits);
    if (broken) this.fail('narrowed', `the wire takes only values of ${broken.keyword} ${String(broken.value)}`, value, shape);
    return broken === undefined;
  }

  #object(shape: ObjectShape, value: unknown): Json | Failed {
    if (!isRecord(value)) return this.fail('type', 'expected an object', value, shape);
    const target: Record<string, Json> = {};
    let whole = true;
    for (const { key, required, shape: inner } of shape.properties) {
      if (this.lacks(value, key, inner)) {
        if (!required) continue;
        if (!Object.hasOwn(value, key) || !this.#admits(inner, undefined)) {
          this.fail('missing', `the property \`${key}\` is missing`, undefined, inner.losses ? inner : shape, key);
          whole = false;
          continue;
        }
      }
      const lowered = this.lower(inner, value[key], key);
      if (lowered === FAILED) whole = false;
      else setOwn(target, key, lowered);
    }
    if (shape.openness !== 'strip' || this.#exact) {
      const properties = this.#lowered.properties(shape);
      for (const key of Object.keys(value))
        if (!properties.has(key) && value[key] !== undefined) {
          this.fail('undeclared-key', `the property \`${key}\` is not declared`, value[key], shape, key);
          whole = false;
        }
    }
    return whole ? target : FAILED;
  }

  #union(shape: UnionShape, value: unknown): Json | Failed {
    const chosen = this.choose(shape.options, value);
    return chosen ? this.lower(chosen, value) : this.none(shape, shape.options, value);
  }

  choose(options: readonly Shape[], value: unknown): Shape | undefined {
    for (const option of options) if (this.#asked(true, option, value)) return option;
    if (this.#exact) return undefined;
    // The library takes the first option that fits; one that takes more than can be said may be it, and strip nothing.
    for (const option of options) {
      if (this.#asked(false, option, value)) return option;
      if (this.#takesMore(option) && isExplained(this.#issuesOf(option, value))) return undefined;
    }
    return undefined;
  }

  /** Why an option can't say a value, as far as trials are left. */
  #issuesOf(option: Shape, value: unknown): readonly Issue[] {
    const before = this.issues;
    this.issues = [];
    if (this.#trials++ <= MOST_TRIALS) this.lower(option, value);
    const found = this.issues;
    this.issues = before;
    return found;
  }

  /** Whether the library takes values of the shape that can't be said, here or anywhere below. */
  #takesMore(shape: Shape): boolean {
    let answer = this.#more.get(shape);
    if (answer === undefined) {
      answer = this.#reaches(shape, new Set());
      this.#more.set(shape, answer);
    }
    return answer;
  }

  #reaches(shape: Shape, seen: Set<Shape>): boolean {
    if (seen.has(shape)) return false;
    seen.add(shape);
    if (shape.losses || (shape.kind === 'coded' && shape.codec === 'text')) return true;
    const below: Shape[] = [];
    if (shape.kind === 'ref') below.push(this.#lowered.resolve(shape.name));
    else if (shape.kind === 'object') below.push(...shape.properties.map((property) => property.shape));
    else eachChild(shape, (child) => below.push(child));
    const node = shape.kind === 'coded' && shape.codec === 'child' ? this.#nodeOf(shape) : undefined;
    return (node !== undefined && this.#reaches(node, seen)) || below.some((child) => this.#reaches(child, seen));
  }

  exactly(shape: Shape, value: unknown, ...steps: Step[]): Json | Failed {
    const before = this.#exact;
    this.#exact = true;
    const wire = this.lower(shape, value, ...steps);
    this.#exact = before;
    return wire;
  }

  #asked(strict: boolean, shape: Shape, value: unknown): boolean {
    const before = this.#strict;
    this.#strict = strict;
    const answer = this.#admits(shape, value);
    this.#strict = before;
    return answer;
  }

  none(shape: Shape, options: readonly Shape[], value: unknown): Failed {
    const before = this.issues;
    let best: readonly Issue[] = [];
    for (const option of options) {
      const found = this.#issuesOf(option, value);
      if (found.length > 0 && (best.length === 0 || (isExplained(found) && !isExplained(best)))) best = found;
    }
    this.issues = [...before, ...best];
    if (best.length === 0) return this.fail('union', 'the value fits none of the options', value, shape);
    if (shape.losses?.some((loss) => isDeep(loss) || loss.keyword === 'type')) this.#blame(shape, before.length);
    return FAILED;
  }

  /** Issues below a narrowed node that nothing else explains are explained by it. */
  #blame(shape: Shape, from: number): void {
    const narrowedBy = shape.losses?.[0]?.path as string;
    this.issues = this.issues.map((issue, index) =>
      index < from || issue.narrowedBy !== undefined || issue.path.length < this.#path.length ? issue : { ...issue, narrowedBy },
    );
  }

  #nodeOf(child: CodedShape): Shape | undefined {
    const { table, list } = argument<{ table: string; list: string }>(child);
    const wire = this.#tableShapes.get(table)?.wire;
    const items = wire?.kind === 'object' ? wire.properties.find((property) => property.key === list)?.shape : undefined;
    return items?.kind === 'array' ? items.items : undefined;
  }

  #admits(shape: Shape, value: unknown): boolean {
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
        if (shape.codec === 'table') this.#tableShapes.set(argument<{ table: string }>(shape).table, shape);
        if (this.#strict && changes(shape, value)) return false;
        return encoderOf(shape.codec).admits(shape, value, this.admits);
      case 'ref':
        return this.#admits(this.#lowered.resolve(shape.name), value);
      case 'null':
        return value === null;
      case 'boolean':
        return typeof value === 'boolean';
      case 'number':
        return (
          typeof value === 'number' &&
          Number.isFinite(value) &&
          (!shape.integer || Number.isInteger(value)) &&
          !brokenConstraint(shape, value, this.#formatAdmits)
        );
      case 'string':
        return typeof value === 'string' && !brokenConstraint(shape, value, this.#formatAdmits);
      case 'literal':
        return (
          this.#lowered.capitals(shape).has(value) ||
          shape.values.some((candidate) => typeof candidate === 'object' && sameJson(candidate, value))
        );
      case 'array':
        return (
          Array.isArray(value) &&
          !brokenConstraint(shape, value, this.#formatAdmits) &&
          value.every((item) => this.#admits(shape.items, item))
        );
      case 'object': {
        if (!isRecord(value) || (this.#strict && isInstance(value))) return false;
        for (const property of shape.properties) {
          if (!Object.hasOwn(value, property.key) || value[property.key] === undefined) {
            if (property.required && (!Object.hasOwn(value, property.key) || !this.#admits(property.shape, undefined)))
              return false;
          } else if (!this.#admits(property.shape, value[property.key])) return false;
        }
        if (shape.openness === 'strip' && !this.#strict) return true;
        const properties = this.#lowered.properties(shape);
        return Object.keys(value).every((key) => properties.has(key) || value[key] === undefined);
      }
      case 'union':
        return shape.options.some((option) => this.#admits(option, value));
      default:
        return false;
    }
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

/** Most options that are tried to say why a value fits none of them: unions within unions multiply. */
const MOST_TRIALS = 1000;

/** Whether the option would say the value, but for what is narrowed or what JSON lacks. */
function isExplained(issues: readonly Issue[]): boolean {
  return issues.length > 0 && issues.every(({ narrowedBy, code }) => narrowedBy !== undefined || code === 'not-json');
}

const SHALLOW = new Set(['additionalProperties', 'items', 'type', 'format']);

/** Losses that explain whatever can't be said below the node: a cut recursion, a caught or coerced value. */
function isDeep(loss: Loss): boolean {
  return loss.deep === true || !SHALLOW.has(loss.keyword);
}
