import type { Shape } from '../../ir/shape.js';
import type { Step } from '../../read/source.js';
import { lift } from '../decode.js';
import { Lowered } from '../lowered.js';
import type { Container } from './assembly.js';
import { Collecting } from './collecting.js';
import { deepFreeze } from './containers.js';
import type { Plan } from './frame.js';
import type { Plans } from './plans.js';
import type { Run } from './run.js';

/** Lifts a wire value when it is whole, as `decode` does. */
export function whole(shape: Shape, plans: Plans): Plan {
  const lowered = new Lowered({ root: shape, definitions: plans.lowered.document.definitions });
  const put = (run: Run, wire: unknown, container: Container, step: Step): void => {
    const lifted = lift(lowered, wire, run.maxDepth);
    if (!('issues' in lifted)) run.assembly.put(container, step, deepFreeze(lifted.value));
    else for (const issue of lifted.issues) run.raise({ ...issue, path: [...run.path(), ...issue.path] });
  };
  return {
    open: (run, list, container, step) => new Collecting(run, list, (wire) => put(run, wire, container, step)),
    scalar: put,
    grow() {},
  };
}
