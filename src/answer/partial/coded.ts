import type { Primitive } from '../../ir/json.js';
import type { Step } from '../../read/source.js';
import type { Container } from './assembly.js';
import { type Frame, NOWHERE, type Plan } from './frame.js';
import type { Run } from './run.js';

/** A form that is one kind of container; anything else is an issue. */
export class CodedPlan implements Plan {
  readonly withholds = true;

  constructor(
    readonly isList: boolean,
    /** What a wire value must be, as in "expected a list". */
    readonly expected: string,
    readonly begin: (run: Run, container: Container, step: Step) => Frame,
  ) {}

  open(run: Run, list: boolean, container: Container, step: Step): Frame {
    if (list === this.isList) return this.begin(run, container, step);
    run.fail('wire-type', `expected ${this.expected}`);
    return NOWHERE;
  }

  scalar(run: Run, value: Primitive, _container: Container, _step: Step): void {
    run.fail('wire-type', `expected ${this.expected}`, value);
  }

  grow(): void {}
}
