import type { ErrorObject, ValidateFunction } from 'ajv';
import { tokens } from '../../ir/pointer.js';
import type { Finished, Issue, Step } from '../../read/source.js';
import { ajvFor } from './ajv.js';
import type { Dialect } from './dialect.js';
import { prepare } from './prepare.js';
import { notJson } from './value.js';

export { type Dialect, dialectOf } from './dialect.js';

/** A check of values against a JSON Schema. Nothing is compiled before the first value. The check never throws. */
export function finishJsonSchema(schema: unknown, dialect: Dialect, options: { readonly maxDepth?: number } = {}): (value: unknown) => Finished {
  let compiled: ValidateFunction | null | undefined;
  return (value) => {
    try {
      const fault = notJson(value, options.maxDepth ?? 500);
      if (fault) return { issues: [fault] };
      if (compiled === undefined) compiled = compile(schema, dialect) ?? null;
      if (compiled === null) return { issues: [{ path: [], code: 'validator-unavailable', message: 'No validator can read the source schema, so the value could not be checked.' }] };
      if (compiled(value)) return { value };
      return { issues: (compiled.errors ?? []).map((error) => issueOf(error, value)) };
    } catch {
      return { issues: [{ path: [], code: 'finish', message: 'The value could not be checked.' }] };
    }
  };
}

function compile(schema: unknown, dialect: Dialect): ValidateFunction | undefined {
  const prepared = prepare(schema, dialect);
  for (const unicodeRegExp of [true, false]) {
    try {
      return ajvFor(dialect, { unicodeRegExp }).compile(prepared as object);
    } catch {}
  }
  return undefined;
}

function issueOf(error: ErrorObject, value: unknown): Issue {
  const path: Step[] = [];
  let at = value;
  for (const token of tokens(error.instancePath)) {
    path.push(Array.isArray(at) ? Number(token) : token);
    at = (at as Record<string, unknown> | undefined)?.[token];
  }
  return { path, code: 'finish', message: `The value ${error.message ?? 'is not valid'}.`, value: at };
}
