import { canGenerateCode } from '../../ir/code-generation.js';
import { ajvEngine } from './ajv.js';
import type { Dialect } from './dialect.js';
import { type Check, type Engine, finisher } from './finisher.js';
import { evaluatorOf, together } from './interpreted.js';
import { prepare } from './prepare.js';
import { traitsOf } from './schema-traits.js';

export { type Dialect, dialectOf } from './dialect.js';

/** A check of values against a JSON Schema. Nothing is compiled before the first value. The check never throws. */
export function finishJsonSchema(schema: unknown, dialect: Dialect, options: { readonly maxDepth?: number } = {}): Check {
  let prepared: unknown;
  const make = (plain: boolean) => () => {
    prepared ??= prepare(schema, dialect);
    return engineFor(prepared, dialect, { ownProperties: !plain || namesInherited(prepared) });
  };
  const any = finisher(make(false), options.maxDepth);
  const plain = finisher(make(true), options.maxDepth);
  return (value, isJson) => (isJson ? plain(value, true) : any(value));
}

/** Whether a schema speaks of a name that every object answers to, own or not. */
function namesInherited(schema: unknown): boolean {
  const text = JSON.stringify(schema);
  return Object.getOwnPropertyNames(Object.prototype).some((name) => text.includes(`"${name}"`));
}

/** Ajv decides where it can, and where it takes no exponential time; else the evaluator does, which explains in any case. */
function engineFor(prepared: unknown, dialect: Dialect, options: { readonly ownProperties: boolean }): Engine | undefined {
  const evaluator = evaluatorOf(prepared, dialect);
  const traits = traitsOf(prepared);
  if (!canGenerateCode() || (traits.recursive && evaluator)) return evaluator;
  const ajv = ajvEngine(prepared, dialect, options);
  return ajv && evaluator ? together(ajv, evaluator, traits) : (ajv ?? evaluator);
}
