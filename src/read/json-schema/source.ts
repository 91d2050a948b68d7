import { dialectOf } from '../../finish/json-schema/dialect.js';
import { finishJsonSchema } from '../../finish/json-schema/index.js';
import type { Findings, ReadOptions, Source } from '../source.js';
import { readDocument } from './index.js';

/** Reads a JSON Schema of any supported dialect; finishing validates against the very same schema. */
export function readJsonSchema(schema: unknown, findings: Findings, options: ReadOptions): Source {
  const dialect = dialectOf(schema);
  const { document, occurrences } = readDocument(schema, findings, { ...options, dialect });
  const finish = finishJsonSchema(schema, dialect);
  return { dialect: 'json-schema', jsonSchema: { schema, dialect }, document, occurrences, finish, finishAsync: async (value) => finish(value) };
}
