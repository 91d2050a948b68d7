import type { Shape } from '../../ir/shape.js';
import { readChecks } from './checks.js';
import { coerced } from './losses.js';
import type { Reader } from './schema.js';

const SAFE = 'every integer that a number carries exactly meets it';

export const readNumber: Reader<'number'> = (def, { path, walk }) => {
  const { facets, integer, safe } = readChecks(def, path, 'number');
  if (safe) {
    if (!facets.some(({ keyword }) => keyword === 'minimum' || keyword === 'exclusiveMinimum'))
      walk.note({ path, keyword: 'minimum', inert: SAFE });
    if (!facets.some(({ keyword }) => keyword === 'maximum' || keyword === 'exclusiveMaximum'))
      walk.note({ path, keyword: 'maximum', inert: SAFE });
  }
  const shape: Shape = facets.length > 0 ? { kind: 'number', integer, path, facets } : { kind: 'number', integer, path };
  return def.coerce ? coerced(shape) : shape;
};

export const readBigInt: Reader<'bigint'> = (def, { path }) => {
  const { facets } = readChecks(def, path, 'other');
  const shape: Shape = { kind: 'instance', type: 'bigint', parts: [], path, ...(facets.length > 0 && { facets }) };
  return def.coerce ? coerced(shape) : shape;
};
