import type { Decoder, Node, Plain } from '../emit/decoder.js';
import type { Document, Facet, Shape } from '../ir/shape.js';

/** The lowered document that was stripped, as far as it is needed to run. */
export function revive({ root, definitions = {} }: Decoder): Document {
  return {
    root: shapeOf(root),
    definitions: new Map(Object.entries(definitions).map(([name, value]) => [name, shapeOf(value)])),
  };
}

const PATH = '';

function shapeOf(given: Node): Shape {
  if (typeof given === 'string') return leaf(given);
  const shape = bare(given);
  const facets: Facet[] = [];
  if (given.format !== undefined) facets.push({ keyword: 'format', value: given.format, path: PATH });
  if (given.pattern !== undefined) facets.push({ keyword: 'pattern', value: given.pattern, path: PATH });
  if ('filled' in given) facets.push({ keyword: 'minItems', value: 1, path: PATH });
  return {
    ...shape,
    ...(facets.length > 0 && { facets }),
    ...(given.losses && { losses: given.losses.map((loss) => ({ ...loss, note: '' })) }),
  };
}

function bare(given: Exclude<Node, string>): Shape {
  if ('plain' in given) return leaf(given.plain);
  if ('literal' in given) return { kind: 'literal', path: PATH, values: given.literal };
  if ('array' in given) return { kind: 'array', path: PATH, prefix: [], items: shapeOf(given.array) };
  if ('union' in given) return { kind: 'union', path: PATH, options: given.union.map(shapeOf) };
  if ('ref' in given) return { kind: 'ref', path: PATH, name: given.ref };
  if ('codec' in given)
    return { kind: 'coded', path: PATH, codec: given.codec, argument: given.argument, wire: shapeOf(given.wire) };
  return {
    kind: 'object',
    path: PATH,
    properties: given.object.map(([key, value, required = true]) => ({ key, shape: shapeOf(value), required })),
    patterns: [],
    rest: { kind: 'never', path: PATH, reason: '' },
    openness: given.strip ? 'strip' : 'closed',
  };
}

function leaf(kind: Plain): Shape {
  return kind === 'integer' || kind === 'number'
    ? { kind: 'number', path: PATH, integer: kind === 'integer' }
    : { kind, path: PATH };
}
