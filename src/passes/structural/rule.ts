import type { Shape } from '../../ir/shape.js';
import type { Context } from '../context.js';

/** One lowering of one kind of node; children are already lowered when it is asked. */
export interface Rule {
  readonly name: string;
  /** Whether the node is of the form that this rule removes. The engine checks that none is left. */
  eliminates(shape: Shape): boolean;
  lower(shape: Shape, context: Context): Shape;
}
