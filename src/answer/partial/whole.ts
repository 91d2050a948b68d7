import type { Primitive } from '../../ir/json.js';
import type { Shape } from '../../ir/shape.js';
import type { Step } from '../../read/source.js';
import { lift } from '../decode.js';
import { Lowered } from '../lowered.js';
import type { Container } from './assembly.js';
import { Collecting } from './collecting.js';
import { deepFreeze } from './deep-freeze.js';
import type { Frame, Plan } from './frame.js';
import type { Plans } from './plans.js';
import type { Run } from './run.js';

/** Lifts a wire value when it is whole, as `decode` does. */
export class WholePlan implements Plan {
  readonly grows = false;
  readonly certain = true;
  readonly #lowered: Lowered;

  constructor(shape: Shape, plans: Plans) {
    this.#lowered = new Lowered({ root: shape, definitions: plans.lowered.document.definitions });
  }

  open(run: Run, list: boolean, container: Container, step: Step): Frame {
    return new Collecting(run, list, (wire) => this.#put(run, wire, container, step));
  }

  scalar(run: Run, value: Primitive, container: Container, step: Step): void {
    this.#put(run, value, container, step);
  }

  grow(_run: Run, _text: string, _more: string, _container: Container, _step: Step): void {}

  #put(run: Run, wire: unknown, container: Container, step: Step): void {
    const lifted = lift(this.#lowered, wire, run.maxDepth);
    if ('value' in lifted) run.put(container, step, deepFreeze(lifted.value));
    else for (const issue of lifted.issues) run.raise({ ...issue, path: [...run.path(), ...issue.path] });
  }
}
