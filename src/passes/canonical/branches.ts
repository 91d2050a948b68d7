import { withLoss } from '../../ir/attach.js';
import type { Loss, ObjectShape, Property, Shape } from '../../ir/shape.js';

/**
 * The object with what its conditional parts declare as optional properties of its own: wider than the source,
 * since finishing checks the condition. An explicitly open branch keeps the object open.
 */
export function withBranches(shape: ObjectShape, resolve: (name: string) => Shape | undefined): ObjectShape {
  if (!shape.branches) return shape;
  const found = new Map<string, Shape[]>();
  const patterns = new Map<string, Shape[]>();
  let open = false;
  const seen = new Set<Shape>();
  const collect = (branch: Shape | undefined): void => {
    if (!branch || seen.has(branch)) return;
    seen.add(branch);
    switch (branch.kind) {
      case 'object':
        for (const property of branch.properties) add(found, property.key, property.shape);
        for (const key of branch.demands ?? []) if (!found.has(key)) found.set(key, []);
        for (const entry of branch.patterns) add(patterns, entry.pattern, entry.shape);
        if (branch.openness === 'explicit') open = true;
        for (const nested of branch.branches ?? []) collect(nested);
        break;
      case 'union':
      case 'loose':
        for (const option of branch.options) collect(option);
        break;
      case 'all':
        for (const part of branch.parts) collect(part);
        break;
      case 'ref':
        collect(resolve(branch.name));
        break;
    }
  };
  for (const branch of shape.branches) collect(branch);
  const declared = new Set(shape.properties.map((property) => property.key));
  const demanded = new Set(shape.demands);
  const properties: Property[] = [];
  const loss: Loss = {
    path: shape.path,
    keyword: 'additionalProperties',
    note: "declared under a condition only: other values, allowed by silence elsewhere, can't be said",
    deep: true,
  };
  for (const [key, shapes] of found)
    if (!declared.has(key))
      properties.push({ key, shape: withLoss(oneOf(shape.path, shapes), loss), required: demanded.delete(key) });
  const { branches: _b, demands: _d, ...rest } = shape;
  return {
    ...rest,
    properties: [...shape.properties, ...properties],
    patterns: [...shape.patterns, ...[...patterns].map(([pattern, shapes]) => ({ pattern, shape: oneOf(shape.path, shapes) }))],
    ...(open && shape.openness === 'implicit'
      ? { openness: 'explicit' as const, rest: { kind: 'any' as const, path: shape.path } }
      : undefined),
    ...(demanded.size > 0 && { demands: [...demanded] }),
  };
}

function add(into: Map<string, Shape[]>, key: string, shape: Shape): void {
  const shapes = into.get(key);
  if (shapes) shapes.push(shape);
  else into.set(key, [shape]);
}

function oneOf(path: string, shapes: readonly Shape[]): Shape {
  const [first] = shapes;
  if (!first) return { kind: 'any', path };
  return shapes.length === 1 ? first : { kind: 'union', path: first.path, options: shapes };
}
