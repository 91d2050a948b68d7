import type { Primitive } from '../../ir/json.js';
import type { Step } from '../../read/source.js';
import type { Container } from './assembly.js';
import type { Frame, Plan } from './frame.js';
import type { Run } from './run.js';

/** One place that is known from the start. */
export class Slot implements Frame {
  constructor(
    readonly run: Run,
    readonly plan: Plan,
    readonly container: Container,
    readonly at: Step,
    readonly step?: Step,
  ) {}

  key(_key: string): boolean {
    return true;
  }

  open(list: boolean): Frame {
    return this.plan.open(this.run, list, this.container, this.at);
  }

  scalar(value: Primitive): void {
    this.plan.scalar(this.run, value, this.container, this.at);
  }

  grow(text: string, more: string): void {
    this.plan.grow(this.run, text, more, this.container, this.at);
  }

  next(): void {}

  close(): void {}
}
