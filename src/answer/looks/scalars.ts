import type { Shape } from '../../ir/shape.js';

/** Kinds of shapes, those first of which the type of a value says all. */
export type Scalar = 'string' | 'number' | 'integer' | 'boolean' | 'null' | Shape['kind'];

/** Beyond it the text has to be looked at: its digits may not be those of the number. */
export const LARGEST = Number.MAX_SAFE_INTEGER;

export function scalarOf(shape: Shape): Scalar {
  return shape.kind === 'number' && shape.integer ? 'integer' : shape.kind;
}

/** Whether a value is certainly of a scalar kind; never of another. */
export function isScalar(scalar: Scalar, value: unknown): boolean {
  switch (scalar) {
    case 'string':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && value <= LARGEST && value >= -LARGEST;
    case 'integer':
      return Number.isSafeInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    default:
      return false;
  }
}

/** Whether no other digits are read as this literal. */
export function isCertain(literal: unknown): boolean {
  return typeof literal !== 'number' || isScalar('number', literal);
}

/** What `isScalar` tests, as an expression. */
export function scalarCode(scalar: Scalar, value: string): string {
  switch (scalar) {
    case 'string':
      return `typeof ${value} === 'string'`;
    case 'number':
      return `typeof ${value} === 'number' && ${value} <= ${LARGEST} && ${value} >= -${LARGEST}`;
    case 'integer':
      return `isSafeInteger(${value})`;
    case 'boolean':
      return `typeof ${value} === 'boolean'`;
    case 'null':
      return `${value} === null`;
    default:
      return 'false';
  }
}
