import type { Decoded } from '../compiled.js';
import type { Finished, Finisher } from '../read/source.js';
import { type Lifted, lift } from './decode.js';
import { deeperThan } from './deeper-than.js';
import type { Lowered } from './lowered.js';
import { unreadable } from './unreadable.js';

/** Lifts a wire value and runs the user's own schema over it. Never throws. */
export function finish(lowered: Lowered, schema: Finisher, wire: unknown, maxDepth: number): Decoded<unknown> {
  const lifted = liftValue(lowered, wire, maxDepth);
  return 'issues' in lifted ? lifted : settled(schema.finish(lifted.value), lifted.repairs);
}

/** The same for schemas that need promises. Never rejects. */
export async function finishAsync(
  lowered: Lowered,
  schema: Finisher,
  wire: unknown,
  maxDepth: number,
): Promise<Decoded<unknown>> {
  const lifted = liftValue(lowered, wire, maxDepth);
  return 'issues' in lifted ? lifted : settled(await schema.finishAsync(lifted.value), lifted.repairs);
}

function liftValue(lowered: Lowered, wire: unknown, maxDepth: number): Lifted {
  return attempt(() =>
    deeperThan(wire, maxDepth)
      ? { issues: [{ path: [], code: 'too-deep', message: `The answer is nested more than ${maxDepth} levels deep.` }] }
      : lift(lowered, wire, maxDepth),
  );
}

export function attempt(run: () => Lifted): Lifted {
  try {
    return run();
  } catch (error) {
    return unreadable(error);
  }
}

export function settled(finished: Finished, repairs: Extract<Lifted, { value: unknown }>['repairs']): Decoded<unknown> {
  if ('issues' in finished) return finished;
  return { value: finished.value, repairs: finished.repairs ? [...repairs, ...finished.repairs] : repairs };
}
