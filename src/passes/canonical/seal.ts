import type { AllShape, ArrayShape, ObjectShape, Shape } from '../../ir/shape.js';
import { withBranches } from './branches.js';
import type { Merge } from './merge.js';

/** Applies `unevaluatedProperties` and `unevaluatedItems` to whatever the merged parts left open. */
export function seal(shape: Shape, all: AllShape, merge: Merge, visited: Set<string>): Shape {
  switch (shape.kind) {
    case 'object':
      return all.unevaluatedProperties ? sealObject(shape, all.unevaluatedProperties, merge) : shape;
    case 'array':
      return all.unevaluatedItems ? sealArray(shape, all.unevaluatedItems) : shape;
    case 'union':
    case 'loose':
      return { ...shape, options: shape.options.map((option) => seal(option, all, merge, visited)) };
    case 'all':
      return seal(merge.settle(shape), all, merge, visited);
    case 'ref': {
      const target = merge.resolve(shape.name);
      if (!target || visited.has(shape.name)) return shape;
      return seal(target, all, merge, new Set(visited).add(shape.name));
    }
    case 'any': {
      const options: Shape[] = [];
      const { path } = all;
      if (all.unevaluatedProperties) {
        const open: ObjectShape = {
          kind: 'object',
          path,
          properties: [],
          patterns: [],
          rest: { kind: 'any', path },
          openness: 'implicit',
        };
        options.push(sealObject(open, all.unevaluatedProperties, merge));
      }
      if (all.unevaluatedItems)
        options.push(
          sealArray({ kind: 'array', path, prefix: [], items: { kind: 'any', path }, open: true }, all.unevaluatedItems),
        );
      return { ...shape, kind: 'loose', options };
    }
    default:
      return shape;
  }
}

function sealObject(shape: ObjectShape, rest: Shape, merge: Merge): ObjectShape {
  if (shape.openness !== 'implicit') return shape;
  const declared = withBranches(shape, merge.resolve);
  if (declared.openness !== 'implicit') return declared;
  return { ...declared, rest, openness: rest.kind === 'never' ? 'closed' : 'explicit' };
}

function sealArray(shape: ArrayShape, items: Shape): ArrayShape {
  if (!shape.open) return shape;
  const { open: _, ...closed } = shape;
  return { ...closed, items };
}
