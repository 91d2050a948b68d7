import type { ObjectShape, Property, Shape, UnionShape } from '../../ir/shape.js';
import { follow } from '../follow.js';
import { fewIntegers } from './range.js';

type Resolve = (name: string) => Shape | undefined;

const MOST_VALUES = 64;

/** Shapes that together admit what one shape admits, each of which may fit another option of what is read; undefined where there is no way to divide it. */
export function splitsOf(from: Shape, to: Shape, written: Resolve, read: Resolve): readonly Shape[] | undefined {
  switch (from.kind) {
    case 'boolean':
      return [{ kind: 'literal', path: from.path, values: [true, false], ...(from.facets && { facets: from.facets }) }];
    case 'number': {
      const values = fewIntegers(from);
      return values && [{ kind: 'literal', path: from.path, values, ...(from.facets && { facets: from.facets }) }];
    }
    case 'any':
      return from.of === undefined ? ofEveryKind(from) : undefined;
    case 'object':
      return to.kind === 'union' ? byTag(from, to, written, read) : undefined;
    default:
      return undefined;
  }
}

function ofEveryKind({ path, facets }: Shape): readonly Shape[] {
  const any: Shape = { kind: 'any', path };
  const base = { path, ...(facets && { facets }) };
  return [
    { ...base, kind: 'null' },
    { ...base, kind: 'boolean' },
    { ...base, kind: 'number', integer: false },
    { ...base, kind: 'string' },
    { ...base, kind: 'array', prefix: [], items: any },
    { ...base, kind: 'object', properties: [], patterns: [], rest: any, openness: 'explicit' },
  ];
}

/** The object once for each value of a required property by which the options can be told apart. */
function byTag(from: ObjectShape, to: UnionShape, written: Resolve, read: Resolve): readonly Shape[] | undefined {
  const objects = to.options.map((option) => follow(option, read)).filter((option) => option?.kind === 'object') as ObjectShape[];
  for (const property of from.properties) {
    const parts = property.required ? partsOf(follow(property.shape, written)) : undefined;
    if (!parts || parts.length < 2 || parts.length > MOST_VALUES) continue;
    const tells = objects.some((object) => {
      const twin = object.properties.find(({ key }) => key === property.key);
      return twin !== undefined && follow(twin.shape, read)?.kind === 'literal';
    });
    if (tells) return parts.map((shape) => withProperty(from, property, shape));
  }
  return undefined;
}

function partsOf(shape: Shape | undefined): readonly Shape[] | undefined {
  if (shape?.kind === 'literal') return shape.values.map((value) => ({ ...shape, values: [value] }));
  if (shape?.kind === 'union') return shape.facets ? undefined : shape.options;
  if (shape?.kind === 'boolean') return [true, false].map((value) => ({ kind: 'literal', path: shape.path, values: [value] }));
  return undefined;
}

function withProperty(object: ObjectShape, property: Property, shape: Shape): ObjectShape {
  return { ...object, properties: object.properties.map((each) => (each === property ? { ...property, shape } : each)) };
}
