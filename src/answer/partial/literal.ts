import type { Primitive } from '../../ir/json.js';
import type { LiteralShape } from '../../ir/shape.js';
import type { Step } from '../../read/source.js';
import type { Lowered } from '../lowered.js';
import type { Container } from './assembly.js';
import type { Plan } from './frame.js';
import { PlainPlan, WITHHELD } from './plain.js';
import type { Run } from './run.js';

/** One of some values: shown when it is whole, in the capitals that were declared. */
class LiteralPlan extends PlainPlan {
  constructor(
    readonly shape: LiteralShape,
    readonly lowered: Lowered,
  ) {
    super(false);
  }

  override scalar(run: Run, value: Primitive, container: Container, step: Step): void {
    const capitals = this.lowered.capitals(this.shape);
    super.scalar(run, capitals.has(value) ? value : (capitals.unique(value) ?? value), container, step);
  }
}

export function literal(shape: LiteralShape, lowered: Lowered): Plan {
  return lowered.inert(shape) ? WITHHELD : new LiteralPlan(shape, lowered);
}
