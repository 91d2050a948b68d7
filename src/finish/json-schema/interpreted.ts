import type { Dialect } from './dialect.js';
import { compileEvaluator, type Evaluator } from './evaluate/compile.js';
import { type Check, type Engine, finisher } from './finisher.js';
import { prepare } from './prepare.js';
import { type Traits, traitsOf } from './schema-traits.js';

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

/** Generated code decides, and the evaluator explains; where such code is known to err, both must agree. */
export function together(generated: Engine, evaluator: Evaluator, { delicate }: Traits): Engine {
  return {
    check: (value) => generated.check(value) && (!delicate || evaluator.check(value)),
    explain: (value) => {
      const issues = evaluator.explain(value);
      return issues.length > 0 ? issues : generated.explain(value);
    },
  };
}

/**
 * A check against a JSON Schema that needs no code generation. `check` decides, where it is given: code that was generated earlier;
 * what is wrong is then said by the evaluator.
 */
export function finishInterpreted(
  schema: unknown,
  dialect: Dialect,
  options: { readonly check?: (value: unknown) => boolean; readonly maxDepth?: number } = {},
): Check {
  return finisher(() => {
    const prepared = prepare(schema, dialect);
    const evaluator = evaluatorOf(prepared, dialect);
    if (!options.check) return evaluator;
    const generated: Engine = { check: options.check, explain: () => [] };
    return evaluator ? together(generated, evaluator, traitsOf(prepared)) : generated;
  }, options.maxDepth);
}
