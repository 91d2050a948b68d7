import { readDocument } from '../json-schema/index.js';
import type { Findings, ReadOptions, Source } from '../source.js';
import { standardWithoutValidate } from './advice.js';
import { finisher } from './finish.js';
import { standardOf } from './recognise.js';
import { inputSchema } from './schema.js';

export { standardWithoutJsonSchema } from './advice.js';
export { isStandardJsonSchema, isStandardWithoutJsonSchema } from './recognise.js';

/** Reads a schema of any library that implements Standard JSON Schema: its input side, finished by its own `validate`. */
export function readStandard(schema: unknown, findings: Findings, options: ReadOptions): Source {
  if (typeof standardOf(schema)?.validate !== 'function')
    findings.report({ code: 'no-validate', severity: 'error', path: '', ...standardWithoutValidate(schema) });
  const input = inputSchema(schema, findings) ?? { schema: true, dialect: '2020-12' };
  const { document, occurrences } = readDocument(input.schema, findings, { ...options, dialect: input.dialect });
  return {
    dialect: 'standard',
    document,
    occurrences,
    ...finisher(schema),
  };
}
