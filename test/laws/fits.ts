import { readFileSync } from 'node:fs';
import type { CompileOptions, JsonSchema, Mode } from '../../src/compiled.js';
import { type Case, compiled } from '../support/case.js';
import { countOf } from '../support/count.js';
import { fits } from '../support/judge.js';
import { type Validator, validatorFor } from '../support/validator.js';

const metaSchemas = new Map<Mode, Validator>();

function metaSchema(mode: Mode): Validator {
  let known = metaSchemas.get(mode);
  if (known === undefined) {
    known = validatorFor(
      JSON.parse(readFileSync(new URL(`../../schemas/targets/claude.${mode}.json`, import.meta.url), 'utf8')),
      '2020',
    );
    if (known === undefined) throw new Error(`schemas/targets/claude.${mode}.json does not compile`);
    metaSchemas.set(mode, known);
  }
  return known;
}

/** Law 2: the target's own meta-schema and the outside reading both take the wire schema, and the budget is kept. */
export function wireFits(one: Case, options: CompileOptions = {}): void {
  const result = compiled(one, options);
  if (result !== undefined) schemaFits(result.wire, options.mode ?? 'output', result.spend);
}

export function schemaFits(wire: JsonSchema, mode: Mode, spend?: { readonly optional: number; readonly union: number }): void {
  const shown = JSON.stringify(wire).slice(0, 4000);
  const verdict = fits?.(JSON.parse(JSON.stringify(wire)), mode);
  if (verdict !== undefined && verdict.violations.length > 0)
    throw new Error(`the API would refuse: ${JSON.stringify(verdict.violations.slice(0, 3))} in ${shown}`);
  const count = countOf(wire);
  if (count.optional > 24 || count.union > 16) throw new Error(`over budget: ${JSON.stringify(count)} in ${shown}`);
  if (spend !== undefined && (spend.optional !== count.optional || spend.union !== count.union)) {
    throw new Error(`spend says ${spend.optional} optional, ${spend.union} union; counted ${JSON.stringify(count)} in ${shown}`);
  }
  if (metaSchema(mode)(wire) !== true) throw new Error(`not valid against claude.${mode}.json: ${shown}`);
}
