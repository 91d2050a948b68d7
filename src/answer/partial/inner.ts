import { wireObject } from '../../codecs/codec.js';
import type { CodedShape } from '../../ir/shape.js';
import type { Step } from '../../read/source.js';
import type { Container } from './assembly.js';
import { CodedPlan, PlacesFrame } from './coded.js';
import { type Frame, NOWHERE, type Plan } from './frame.js';
import type { Plans } from './plans.js';
import type { Run } from './run.js';
import { Slot } from './slot.js';

/** `{option, value}` and `{value}`: the value grows as if it stood there alone. */
export class InnerPlan extends CodedPlan {
  constructor(
    readonly inner: Plan,
    readonly name: string,
    /** No other property may stand beside it. */
    readonly alone: boolean,
  ) {
    super(false, `an object with the property \`${name}\``);
  }

  begin(run: Run, container: Container, step: Step): Frame {
    return new InnerFrame(run, this, container, step);
  }
}

export class InnerFrame extends PlacesFrame {
  readonly #value: Frame;

  constructor(
    run: Run,
    readonly plan: InnerPlan,
    container: Container,
    step: Step,
  ) {
    super(run);
    this.#value = new Slot(run, plan.inner, container, step);
  }

  protected begin(key: string): void {
    this.place = key === this.plan.name ? this.#value : NOWHERE;
    if (this.plan.alone && key !== this.plan.name) this.run.fail('unknown-property', `the property \`${key}\` was not asked for`);
  }

  close(): void {
    if (!this.keys.has(this.plan.name)) this.run.fail('wire-type', `expected ${this.plan.expected}`);
  }
}

export const tagged = (shape: CodedShape, plans: Plans) => inner(shape, plans, 1, false);
export const wrap = (shape: CodedShape, plans: Plans) => inner(shape, plans, 0, true);

function inner(shape: CodedShape, plans: Plans, index: number, alone: boolean): Plan {
  const property = wireObject(shape).properties[index];
  if (!property) throw new TypeError(`codec ${shape.codec} expects a value on the wire`);
  return new InnerPlan(plans.of(property.shape), property.key, alone);
}
