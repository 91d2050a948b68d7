import { wireItems } from '../../codecs/codec.js';
import type { CodedShape } from '../../ir/shape.js';
import type { Step } from '../../read/source.js';
import type { Container } from './assembly.js';
import { CodedPlan } from './coded.js';
import type { Frame, Plan } from './frame.js';
import { OneItem } from './one-item.js';
import type { Plans } from './plans.js';
import type { Run } from './run.js';
import { Slot } from './slot.js';

/** A list of 1 or 0: the item grows as if it stood there alone. */
export class MaybePlan extends CodedPlan {
  constructor(
    readonly item: Plan,
    /** An empty list says null; else that there is nothing. */
    readonly isNull: boolean,
  ) {
    super(true, 'a list of at most one item');
  }

  begin(run: Run, container: Container, step: Step): Frame {
    const place = new Slot(run, this.item, container, step);
    const whenEmpty = this.isNull ? () => run.put(container, step, null) : undefined;
    return new OneItem(run, place, { items: 0 }, ['wire-type', `expected ${this.expected}`], whenEmpty);
  }
}

export const maybe = (shape: CodedShape, plans: Plans): Plan => new MaybePlan(plans.of(wireItems(shape.wire)), true);
