import type { Json } from '../../src/ir/json.js';
import type { Case } from './case.js';
import { drawFrom } from './draw.js';
import { sampleAny } from './generate/instance/any.js';
import { samples } from './generate/instance/index.js';
import type { SchemaCase } from './generate/json-schema/index.js';
import { isJson, jsonCopy } from './same.js';
import { type Dialect, validatorFor } from './validator.js';

/** A JSON Schema with values drawn from it; `undefined` where Ajv cannot say what it admits. */
export function jsonSchemaCase(
  schema: Json,
  dialect: Dialect,
  options: { seed?: number; values?: readonly Json[]; explicit?: boolean; count?: number } = {},
): Case | undefined {
  const validate = validatorFor(schema, dialect);
  if (validate === undefined) return undefined;
  const draw = drawFrom(options.seed ?? 1);
  const candidates = [...(options.values ?? []), ...samples(schema, draw, options.count ?? 8), sampleAny(draw)];
  const verdicts = candidates.map((value) => validate(value));
  return {
    schema: () => jsonCopy(schema),
    values: candidates.filter((_, index) => verdicts[index] === true),
    others: candidates.filter((_, index) => verdicts[index] === false),
    expected: (value) => value,
    accepts: (output) => isJson(output) && validate(output) === true,
    narrows: { close: !(options.explicit ?? false), keep: false },
    dialect: 'json-schema',
  };
}

export function generatedCase(one: SchemaCase, explicit = false): Case | undefined {
  return jsonSchemaCase(one.schema, one.dialect, { seed: one.seed, explicit });
}
