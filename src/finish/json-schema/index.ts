import type { Finished } from '../../read/source.js';
import { compileAjv } from './ajv.js';
import { canGenerateCode } from './code-generation.js';
import type { Dialect } from './dialect.js';
import { type Engine, finisher } from './finisher.js';
import { evaluatorOf } from './interpreted.js';
import { prepare } from './prepare.js';
import { traitsOf } from './schema-traits.js';

export { type Dialect, dialectOf } from './dialect.js';

/** A check of values against a JSON Schema. Nothing is compiled before the first value. The check never throws. */
export function finishJsonSchema(schema: unknown, dialect: Dialect, options: { readonly maxDepth?: number } = {}): (value: unknown) => Finished {
  return finisher(() => engineFor(prepare(schema, dialect), dialect), options.maxDepth);
}

/** Ajv decides where it can, the evaluator explains; and where Ajv can't, or is known to err, the evaluator decides too. */
function engineFor(prepared: unknown, dialect: Dialect): Engine | undefined {
  const evaluator = evaluatorOf(prepared, dialect);
  const { recursive, delicate } = traitsOf(prepared);
  if (!canGenerateCode() || (recursive && evaluator)) return evaluator;
  const ajv = compileAjv(prepared, dialect);
  if (!ajv || !evaluator) return ajv ?? evaluator;
  return {
    check: (value) => ajv.check(value) && (!delicate || evaluator.check(value)),
    explain: (value) => {
      const issues = evaluator.explain(value);
      return issues.length > 0 ? issues : ajv.explain(value);
    },
  };
}
