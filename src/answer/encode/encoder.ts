import { type Encoding, FAILED, type Failed } from '../../codecs/codec.js';
import { encoderOf } from '../../codecs/encoders.js';
import { isHeld } from '../../ir/attach.js';
import { isRecord, type Json, setOwn } from '../../ir/json.js';
import type { ArrayShape, CodedShape, ObjectShape, Shape } from '../../ir/shape.js';
import type { Issue, Step } from '../../read/source.js';
import { brokenConstraint, type FormatTest } from '../constraints.js';
import type { Lowered } from '../lowered.js';
import { Admission } from './admission.js';
import { isDeep } from './losses.js';
import { Options } from './options.js';

/** Writes a source value as a wire value, shape by shape, and gathers what can't be said. */
export class Encoder implements Encoding {
  issues: Issue[] = [];
  readonly tables = new Map<string, unknown>();
  node = 0;
  readonly #lowered: Lowered;
  readonly #maxDepth: number;
  readonly #formatAdmits: FormatTest;
  readonly #admission: Admission;
  readonly #options: Options;
  readonly #path: Step[] = [];
  #exact = false;

  constructor(lowered: Lowered, maxDepth: number, formatAdmits: FormatTest) {
    this.#lowered = lowered;
    this.#maxDepth = maxDepth;
    this.#formatAdmits = formatAdmits;
    this.#admission = new Admission(lowered, formatAdmits);
    this.#options = new Options(lowered, this.#admission, (shape, value) => this.#tried(shape, value));
  }

  admits(shape: Shape, value: unknown): boolean {
    return this.#admission.admits(shape, value);
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
      this.#path.length > this.#maxDepth
        ? this.fail('too-deep', `the value is nested more than ${this.#maxDepth} levels deep`, undefined, undefined)
        : this.#lower(shape, value);
    if (wire === FAILED && shape.losses?.some(isDeep)) this.#blame(shape, before);
    this.#path.length -= steps.length;
    return wire;
  }

  #lower(shape: Shape, value: unknown): Json | Failed {
    switch (shape.kind) {
      case 'coded':
        return this.#coded(shape, value);
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
      case 'array':
        return this.#array(shape, value);
      case 'object':
        return this.#object(shape, value);
      case 'union': {
        const chosen = this.choose(shape.options, value);
        return chosen ? this.lower(chosen, value) : this.none(shape, shape.options, value);
      }
      default:
        return this.fail('shape', 'the value can not be said', value, shape);
    }
  }

  #coded(shape: CodedShape, value: unknown): Json | Failed {
    this.#admission.enter(shape);
    return encoderOf(shape.codec).encode(shape, value, this);
  }

  #array(shape: ArrayShape, value: unknown): Json | Failed {
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

  #object(shape: ObjectShape, value: unknown): Json | Failed {
    if (!isRecord(value)) return this.fail('type', 'expected an object', value, shape);
    const target: Record<string, Json> = {};
    let whole = true;
    for (const { key, required, shape: inner } of shape.properties) {
      if (this.lacks(value, key, inner)) {
        if (!required) continue;
        if (!Object.hasOwn(value, key) || !this.admits(inner, undefined)) {
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

  lacks(value: Record<string, unknown>, key: string, shape: Shape): boolean {
    return !Object.hasOwn(value, key) || (value[key] === undefined && !isHeld(shape));
  }

  #meets(shape: Shape, value: unknown): boolean {
    const broken = brokenConstraint(shape, value, this.#formatAdmits);
    if (broken) this.fail('narrowed', `the wire takes only values of ${broken.keyword} ${String(broken.value)}`, value, shape);
    return broken === undefined;
  }

  choose(options: readonly Shape[], value: unknown): Shape | undefined {
    return this.#options.choose(options, value, this.#exact);
  }

  none(shape: Shape, options: readonly Shape[], value: unknown): Failed {
    const nearest = this.#options.nearest(options, value);
    if (nearest.length === 0) return this.fail('union', 'the value fits none of the options', value, shape);
    const before = this.issues.length;
    this.issues.push(...nearest);
    if (shape.losses?.some((loss) => isDeep(loss) || loss.keyword === 'type')) this.#blame(shape, before);
    return FAILED;
  }

  exactly(shape: Shape, value: unknown, ...steps: Step[]): Json | Failed {
    const before = this.#exact;
    this.#exact = true;
    const wire = this.lower(shape, value, ...steps);
    this.#exact = before;
    return wire;
  }

  /** Writes by an option, with what is wrong kept apart. */
  #tried(option: Shape, value: unknown): readonly Issue[] {
    const before = this.issues;
    this.issues = [];
    this.lower(option, value);
    const found = this.issues;
    this.issues = before;
    return found;
  }

  /** Issues below a narrowed node that nothing else explains are explained by it. */
  #blame(shape: Shape, from: number): void {
    const narrowedBy = shape.losses?.[0]?.path as string;
    this.issues = this.issues.map((issue, index) =>
      index < from || issue.narrowedBy !== undefined || issue.path.length < this.#path.length ? issue : { ...issue, narrowedBy },
    );
  }
}
