import type { Shape } from '../../ir/shape.js';

/** What needs no closer look than at its type; `other` for all else. */
export type Scalar = 'text' | 'number' | 'integer' | 'boolean' | 'null' | 'other';

/** Beyond it the text has to be looked at: its digits may not be those of the number. */
export const LARGEST = Number.MAX_SAFE_INTEGER;

export function scalarOf(shape: Shape): Scalar {
  switch (shape.kind) {
    case 'string':
      return 'text';
    case 'number':
      return shape.integer ? 'integer' : 'number';
    case 'boolean':
    case 'null':
      return shape.kind;
    default:
      return 'other';
  }
}

export function isScalar(scalar: Scalar, value: unknown): boolean {
  switch (scalar) {
    case 'text':
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
    case 'text':
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
