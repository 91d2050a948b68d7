import type { Json } from './json.js';
import type { CodedShape, Shape } from './shape.js';

/** Puts a codec in the place of a node: provenance, notes, losses and constraints stay with the outer node. */
export function recode(original: Shape, codec: string, argument: Json, wire: Shape): CodedShape {
  const { path, also, facets, checked, notes, losses } = original;
  return {
    kind: 'coded',
    path,
    codec,
    argument,
    wire,
    ...(also && { also }),
    ...(facets && { facets }),
    ...(checked && { checked }),
    ...(notes && { notes }),
    ...(losses && { losses }),
  };
}

/** The node without what `recode` keeps on the outer node. */
export function bare<Node extends Shape>(shape: Node): Node {
  const { also: _a, facets: _f, checked: _c, notes: _n, losses: _l, ...rest } = shape;
  return rest as Node;
}

/** A closed object of required properties, made by a codec. */
export function closedObject(
  path: string,
  properties: readonly (readonly [key: string, shape: Shape, required?: boolean])[],
): Shape {
  return {
    kind: 'object',
    path,
    properties: properties.map(([key, shape, required = true]) => ({ key, shape, required })),
    patterns: [],
    rest: { kind: 'never', path, reason: 'closed' },
    openness: 'closed',
  };
}

export function listOf(path: string, items: Shape): Shape {
  return { kind: 'array', path, prefix: [], items };
}

/** The first of `name`, `name_2`, `name_3`, … that is not taken. */
export function freeName(name: string, taken: (candidate: string) => boolean): string {
  if (!taken(name)) return name;
  for (let count = 2; ; count++) if (!taken(`${name}_${count}`)) return `${name}_${count}`;
}
