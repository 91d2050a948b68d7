import type { Shape } from '../../ir/shape.js';
import { readChecks } from './checks.js';
import { patternFacet } from './facets.js';
import { coerced } from './losses.js';
import type { Reader } from './schema.js';

export const readString: Reader<'string'> = (def, { path }) => {
  const { facets } = readChecks(def, path, 'string');
  const shape: Shape = facets.length > 0 ? { kind: 'string', path, facets } : { kind: 'string', path };
  return def.coerce ? coerced(shape) : shape;
};

export const readTemplate: Reader<'template_literal'> = (_def, { path, schema }) => {
  const { pattern } = schema._zod;
  return pattern ? { kind: 'string', path, facets: [patternFacet(pattern, path)] } : { kind: 'string', path };
};
