import { closedObject, listOf, recode } from '../../ir/recode.js';
import type { Facet, InstanceShape, InstanceType, Shape } from '../../ir/shape.js';
import type { Rule } from './rule.js';

/** Values that JSON lacks travel as text, a list or null; the codec of the same name brings them back. */
export const instances: Rule = {
  name: 'instances',
  eliminates: (shape) => shape.kind === 'instance',
  lower: (shape) => recode(shape, (shape as InstanceShape).type, {}, WIRE[(shape as InstanceShape).type](shape as InstanceShape)),
};

const text = (path: string, ...facets: Facet[]): Shape =>
  facets.length > 0 ? { kind: 'string', path, facets } : { kind: 'string', path };
const part = (shape: InstanceShape, index: number): Shape =>
  shape.parts[index] ?? { kind: 'never', path: shape.path, reason: 'nothing is declared' };

const WIRE: Record<InstanceType, (shape: InstanceShape) => Shape> = {
  date: ({ path }) => text(path, { keyword: 'format', value: 'date-time', path, wider: true }),
  bigint: ({ path }) => text(path, { keyword: 'pattern', value: '^-?[0-9]+$', path }),
  url: ({ path }) => text(path),
  bytes: ({ path }) => text(path, { keyword: 'contentEncoding', value: 'base64', path }),
  nan: ({ path }) => ({ kind: 'literal', path, values: ['NaN'] }),
  undefined: ({ path }) => ({ kind: 'null', path }),
  set: (shape) => listOf(shape.path, part(shape, 0)),
  map: (shape) =>
    listOf(
      shape.path,
      closedObject(shape.path, [
        ['key', part(shape, 0)],
        ['value', part(shape, 1)],
      ]),
    ),
};
