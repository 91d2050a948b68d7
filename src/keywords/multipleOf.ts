import type { Keyword } from './keyword.js';

/** Relative error allowed to a quotient: 0.3 is a multiple of 0.1. */
const TOLERANCE = 1e-10;

export const multipleOf: Keyword = {
  name: 'multipleOf',
  on: 'number',
  hint({ value }) {
    if (!sensible(value)) return undefined;
    return value === 1 ? 'A whole number.' : `A multiple of ${value}.`;
  },
  admits(divisor, value) {
    if (!sensible(divisor) || typeof value !== 'number') return true;
    const quotient = value / divisor;
    if (!Number.isFinite(quotient)) return value % divisor === 0;
    return Math.abs(Math.round(quotient) - quotient) <= TOLERANCE * Math.max(1, Math.abs(quotient));
  },
};

function sensible(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}
