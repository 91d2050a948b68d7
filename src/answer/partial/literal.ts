import type { LiteralShape } from '../../ir/shape.js';
import type { Lowered } from '../lowered.js';
import type { Plan } from './frame.js';
import { PLAIN, WITHHELD } from './plain.js';

/** One of some values: shown when it is whole, in the capitals that were declared. */
export function literal(shape: LiteralShape, lowered: Lowered): Plan {
  if (lowered.nature(shape) === 'inert') return WITHHELD;
  const capitals = lowered.capitals(shape);
  return {
    open: (...given) => PLAIN.open(...given),
    scalar: (run, value, container, step) =>
      run.assembly.put(container, step, capitals.has(value) ? value : (capitals.unique(value) ?? value)),
    grow() {},
  };
}
