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
      let changed = false;
      const properties = shape.properties.map((property) => {
        const child = change(property.shape);
        if (child === property.shape) return property;
        changed = true;
        return { ...property, shape: child };
      });
      const patterns = shape.patterns.map((entry) => {
        const child = change(entry.shape);
        if (child === entry.shape) return entry;
        changed = true;
        return { ...entry, shape: child };
      });
      const rest = change(shape.rest);
      const keys = shape.keys === undefined ? undefined : change(shape.keys);
      const branches = shape.branches === undefined ? undefined : mapList(shape.branches, change);
      if (!changed && rest === shape.rest && keys === shape.keys && branches === shape.branches) return shape;
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

function mapList(shapes: readonly Shape[], change: (child: Shape) => Shape): readonly Shape[] {
  let changed: Shape[] | undefined;
  for (let index = 0; index < shapes.length; index++) {
    const shape = shapes[index] as Shape;
    const next = change(shape);
    if (changed) changed.push(next);
    else if (next !== shape) {
      changed = shapes.slice(0, index);
      changed.push(next);
    }
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
