import type { Finished } from '../../read/source.js';
import type { Dialect } from './dialect.js';
import { compileEvaluator, type Evaluator } from './evaluate/compile.js';
import { finisher } from './finisher.js';
import { prepare } from './prepare.js';

/** The evaluator of a prepared schema, its patterns read with the flag `u` if they can be; undefined if it can't be read. */
export function evaluatorOf(prepared: unknown, dialect: Dialect): Evaluator | undefined {
  for (const unicode of [true, false]) {
    try {
      return compileEvaluator(prepared, dialect, unicode);
    } catch {
      // A pattern may be valid without the flag only.
    }
  }
  return undefined;
}

/**
 * A check against a JSON Schema that needs no code generation. `check` decides, where it is given: code that was generated earlier;
 * what is wrong is then said by the evaluator.
 */
export function finishInterpreted(schema: unknown, dialect: Dialect, options: { readonly check?: (value: unknown) => boolean; readonly maxDepth?: number } = {}): (value: unknown) => Finished {
  return finisher(() => {
    const evaluator = evaluatorOf(prepare(schema, dialect), dialect);
    return evaluator && { check: options.check ?? evaluator.check, explain: evaluator.explain };
  }, options.maxDepth);
}
