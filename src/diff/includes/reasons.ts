import type { Facet, Shape } from '../../ir/shape.js';

const KINDS: Partial<Record<Shape['kind'], string>> = {
  any: 'any value',
  never: 'nothing',
  null: 'null',
  boolean: 'true or false',
  number: 'a number',
  string: 'text',
  array: 'a list',
  object: 'an object',
  union: 'one of several forms',
  ref: 'a definition',
};

/** What a shape admits, in a few words. */
export function kindWords(shape: Shape): string {
  if (shape.kind === 'literal') return shape.values.length === 1 ? JSON.stringify(shape.values[0]) : 'one of certain values';
  if (shape.kind === 'instance') return shape.type;
  if (shape.kind === 'number' && shape.integer) return 'a whole number';
  return KINDS[shape.kind] ?? 'a value';
}

const MOST = 60;

/** Why a constraint is in the way. */
export function facetWords({ keyword, value, hint }: Facet): string {
  if (keyword === 'refine')
    return hint === undefined
      ? 'a check by code is not the same as before'
      : `a check by code (${hint.replace(/\.$/, '')}) is not the same as before`;
  const text = JSON.stringify(value) ?? '';
  return text.length > MOST ? `\`${keyword}\` is not sure to be met` : `\`${keyword}: ${text}\` is not sure to be met`;
}
