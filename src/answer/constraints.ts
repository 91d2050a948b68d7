import { firstDuplicate } from '../ir/duplicates.js';
import { matcher } from '../ir/matcher.js';
import type { Facet, Shape } from '../ir/shape.js';
import { codePoints } from './code-points.js';

/** Whether a text satisfies a format of the wire. */
export type FormatTest = (name: string, text: string) => boolean;

/** Relative error allowed to a quotient: 0.3 is a multiple of 0.1. */
const TOLERANCE = 1e-10;

/** The keywords that a target may take, `format` aside. What is no sensible constraint, and a value of another type, pass. */
const TESTS: Readonly<Record<string, (limit: unknown, value: unknown) => boolean>> = {
  minLength: (limit, value) => typeof value !== 'string' || !(codePoints(value) < number(limit)),
  maxLength: (limit, value) => typeof value !== 'string' || !(codePoints(value) > number(limit)),
  pattern: (source, value) => typeof value !== 'string' || matcher(String(source))(value),
  minimum: (limit, value) => typeof value !== 'number' || !(value < number(limit)),
  maximum: (limit, value) => typeof value !== 'number' || !(value > number(limit)),
  exclusiveMinimum: (limit, value) => typeof value !== 'number' || !(value <= number(limit)),
  exclusiveMaximum: (limit, value) => typeof value !== 'number' || !(value >= number(limit)),
  multipleOf: (divisor, value) => typeof value !== 'number' || !(number(divisor) > 0) || isMultiple(value, number(divisor)),
  minItems: (limit, value) => !Array.isArray(value) || !(value.length < number(limit)),
  maxItems: (limit, value) => !Array.isArray(value) || !(value.length > number(limit)),
  uniqueItems: (unique, value) => !Array.isArray(value) || unique !== true || firstDuplicate(value) === undefined,
};

/** The constraint of a lowered shape, sent to the target, that a value breaks. */
export function brokenConstraint(shape: Shape, value: unknown, formatAdmits: FormatTest): Facet | undefined {
  return shape.facets?.find(({ keyword, value: limit }) =>
    keyword === 'format'
      ? typeof value === 'string' && !formatAdmits(String(limit), value)
      : Object.hasOwn(TESTS, keyword) && !TESTS[keyword]?.(limit, value),
  );
}

function number(limit: unknown): number {
  return typeof limit === 'number' ? limit : Number.NaN;
}

function isMultiple(value: number, divisor: number): boolean {
  const quotient = value / divisor;
  if (!Number.isFinite(quotient)) return value % divisor === 0;
  return Math.abs(Math.round(quotient) - quotient) <= TOLERANCE * Math.max(1, Math.abs(quotient));
}
