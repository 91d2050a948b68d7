import { withLoss } from '../../ir/attach.js';
import type { Shape } from '../../ir/shape.js';

/** `z.coerce.X` converts whatever it gets; only X itself is a form that a schema can state. */
export function coerced(shape: Shape): Shape {
  return withLoss(shape, {
    path: shape.path,
    keyword: 'coerce',
    note: 'values of other types, which would be converted, cannot be said',
  });
}
