import type { Finished } from '../../read/source.js';
import { ajvEngine } from './ajv.js';
import { canGenerateCode } from './code-generation.js';
import type { Dialect } from './dialect.js';
import { type Engine, finisher } from './finisher.js';
import { evaluatorOf, together } from './interpreted.js';
import { prepare } from './prepare.js';
import { traitsOf } from './schema-traits.js';

export { type Dialect, dialectOf } from './dialect.js';

/** A check of values against a JSON Schema. Nothing is compiled before the first value. The check never throws. */
export function finishJsonSchema(
  schema: unknown,
  dialect: Dialect,
  options: { readonly maxDepth?: number } = {},
): (value: unknown) => Finished {
  return finisher(() => engineFor(prepare(schema, dialect), dialect), options.maxDepth);
}

/** Ajv decides where it can, and where it takes no exponential time; else the evaluator does, which explains in any case. */
function engineFor(prepared: unknown, dialect: Dialect): Engine | undefined {
  const evaluator = evaluatorOf(prepared, dialect);
  const traits = traitsOf(prepared);
  if (!canGenerateCode() || (traits.recursive && evaluator)) return evaluator;
  const ajv = ajvEngine(prepared, dialect);
  return ajv && evaluator ? together(ajv, evaluator, traits) : (ajv ?? evaluator);
}
