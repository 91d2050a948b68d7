import type { CodedShape, Shape } from '../../ir/shape.js';
import type { Lowered } from '../lowered.js';
import { entries } from './entries.js';
import { fields, tuple } from './fields.js';
import type { Plan } from './frame.js';
import { jsonText } from './json-text.js';
import { literal } from './literal.js';
import { listOf, objectOf, PLAIN, WITHHELD } from './plain.js';
import { child, table } from './tables.js';
import { UnionPlan } from './unions.js';
import { whole } from './whole.js';
import { lists, maybe, tagged, wrap } from './wrapped.js';

/** The codecs that are lifted as they grow. All others wait until their wire value is whole: texts of all kinds, labels, sets and maps. */
const GROWING: ReadonlyMap<string, (shape: CodedShape, plans: Plans) => Plan | undefined> = new Map([
  ['text', jsonText],
  ['entries', entries],
  ['fields', fields],
  ['tuple', tuple],
  ['tagged', tagged],
  ['maybe', maybe],
  ['lists', lists],
  ['wrap', wrap],
  ['table', table],
  ['child', child],
]);

const known = new WeakMap<Lowered, Plans>();

/** The plans of a lowered document, made when they are first needed and kept with it. */
export function plansOf(lowered: Lowered): Plans {
  let plans = known.get(lowered);
  if (!plans) {
    plans = new Plans(lowered);
    known.set(lowered, plans);
  }
  return plans;
}

export class Plans {
  readonly #known = new Map<Shape, Plan>();

  constructor(readonly lowered: Lowered) {}

  of(shape: Shape): Plan {
    let plan = this.#known.get(shape);
    if (!plan) {
      plan = this.#make(shape);
      this.#known.set(shape, plan);
    }
    return plan;
  }

  #make(shape: Shape): Plan {
    switch (shape.kind) {
      case 'ref':
        return this.of(this.lowered.resolve(shape.name));
      case 'string':
        return shape.facets?.some(({ keyword }) => keyword === 'format') ? WITHHELD : PLAIN;
      case 'literal':
        return literal(shape, this.lowered);
      case 'array':
        return listOf(this.of(shape.items));
      case 'object':
        return objectOf(new Map(shape.properties.map((property) => [property.key, this.of(property.shape)])));
      case 'union':
        return new UnionPlan(shape, this);
      case 'coded':
        return this.#coded(shape);
      default:
        return PLAIN;
    }
  }

  #coded(shape: CodedShape): Plan {
    const grown =
      shape.codec === 'table' && this.#hides(shape.wire, false, new Set()) ? undefined : GROWING.get(shape.codec)?.(shape, this);
    return grown ?? whole(shape, this);
  }

  /** Whether a node of the table is referred to from within a value that waits until it is whole. */
  #hides(shape: Shape, waits: boolean, seen: Set<string>): boolean {
    switch (shape.kind) {
      case 'ref': {
        const place = `${waits} ${shape.name}`;
        if (seen.has(place)) return false;
        seen.add(place);
        return this.#hides(this.lowered.resolve(shape.name), waits, seen);
      }
      case 'array':
        return this.#hides(shape.items, waits, seen);
      case 'object':
        return shape.properties.some((property) => this.#hides(property.shape, waits, seen));
      case 'union':
        return shape.options.some((option) => this.#hides(option, waits, seen));
      case 'coded':
        if (shape.codec === 'child') return waits;
        return this.#hides(shape.wire, waits || (shape.codec !== 'node' && !GROWING.has(shape.codec)), seen);
      default:
        return false;
    }
  }
}
