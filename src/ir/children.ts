import type { Shape } from './shape.js';

/** The shape with every direct child replaced; the very same object when no child changed. */
export function mapChildren(shape: Shape, change: (child: Shape) => Shape): Shape {
  switch (shape.kind) {
    case 'array': {
      const prefix = mapList(shape.prefix, change);
      const items = change(shape.items);
      return prefix === shape.prefix && items === shape.items ? shape : { ...shape, prefix, items };
    }
    case 'object': {
      const properties = mapShapes(shape.properties, change);
      const patterns = shape.patterns.length === 0 ? shape.patterns : mapShapes(shape.patterns, change);
      const rest = change(shape.rest);
      const keys = shape.keys && change(shape.keys);
      const branches = shape.branches && mapList(shape.branches, change);
      if (
        properties === shape.properties &&
        patterns === shape.patterns &&
        rest === shape.rest &&
        keys === shape.keys &&
        branches === shape.branches
      )
        return shape;
      return { ...shape, properties, patterns, rest, ...(keys && { keys }), ...(branches && { branches }) };
    }
    case 'union':
    case 'loose': {
      const options = mapList(shape.options, change);
      return options === shape.options ? shape : { ...shape, options };
    }
    case 'all': {
      const parts = mapList(shape.parts, change);
      return parts === shape.parts ? shape : { ...shape, parts };
    }
    case 'instance': {
      const parts = mapList(shape.parts, change);
      return parts === shape.parts ? shape : { ...shape, parts };
    }
    case 'coded': {
      const wire = change(shape.wire);
      return wire === shape.wire ? shape : { ...shape, wire };
    }
    default:
      return shape;
  }
}

function mapShapes<Holder extends { readonly shape: Shape }>(
  holders: readonly Holder[],
  change: (child: Shape) => Shape,
): readonly Holder[] {
  let changed: Holder[] | undefined;
  for (let index = 0; index < holders.length; index++) {
    const holder = holders[index] as Holder;
    const shape = change(holder.shape);
    if (shape === holder.shape) changed?.push(holder);
    else {
      changed ??= holders.slice(0, index);
      changed.push({ ...holder, shape });
    }
  }
  return changed ?? holders;
}

function mapList(shapes: readonly Shape[], change: (child: Shape) => Shape): readonly Shape[] {
  let changed: Shape[] | undefined;
  for (let index = 0; index < shapes.length; index++) {
    const shape = shapes[index] as Shape;
    const next = change(shape);
    if (next !== shape) changed ??= shapes.slice(0, index);
    changed?.push(next);
  }
  return changed ?? shapes;
}

/** Calls `visit` for every direct child. */
export function eachChild(shape: Shape, visit: (child: Shape) => void): void {
  switch (shape.kind) {
    case 'array':
      for (const item of shape.prefix) visit(item);
      visit(shape.items);
      break;
    case 'object':
      for (const property of shape.properties) visit(property.shape);
      for (const entry of shape.patterns) visit(entry.shape);
      if (shape.keys) visit(shape.keys);
      visit(shape.rest);
      if (shape.branches) for (const branch of shape.branches) visit(branch);
      break;
    case 'union':
    case 'loose':
      for (const option of shape.options) visit(option);
      break;
    case 'all':
    case 'instance':
      for (const part of shape.parts) visit(part);
      break;
    case 'coded':
      visit(shape.wire);
      break;
  }
}
