import type { Keyword } from './keyword.js';

export const multipleOf: Keyword = {
  name: 'multipleOf',
  on: 'number',
  hint({ value }) {
    if (!sensible(value)) return undefined;
    return value === 1 ? 'A whole number.' : `A multiple of ${value}.`;
  },
};

function sensible(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}
