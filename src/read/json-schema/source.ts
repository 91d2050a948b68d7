import { dialectOf } from '../../finish/json-schema/dialect.js';
import { finishJsonSchema } from '../../finish/json-schema/index.js';
import { isRecord } from '../../ir/json.js';
import type { Findings, ReadOptions, Source } from '../source.js';
import { readDocument } from './index.js';

/** Reads a JSON Schema of any supported dialect; finishing validates against the very same schema. */
export function readJsonSchema(schema: unknown, findings: Findings, options: ReadOptions): Source {
  const { dialect, document, occurrences } = inDialect(schema, findings, options);
  const finish = finishJsonSchema(schema, dialect, options);
  return {
    dialect: 'json-schema',
    jsonSchema: { schema, dialect },
    document,
    occurrences,
    finish,
    finishAsync: async (value, isJson) => finish(value, isJson),
  };
}

/** Most schemas mean the same in every dialect, so the dialect is only looked for where that is in doubt. */
function inDialect(schema: unknown, findings: Findings, options: ReadOptions) {
  if (!(isRecord(schema) && typeof schema.$schema === 'string')) {
    const found: Parameters<Findings['report']>[0][] = [];
    const first = readDocument(schema, { report: (finding) => found.push(finding) }, options);
    const dialect = first.telling ? dialectOf(schema) : '2020-12';
    if (dialect === '2020-12') {
      for (const finding of found) findings.report(finding);
      return { dialect, ...first } as const;
    }
  }
  const dialect = dialectOf(schema);
  return { dialect, ...readDocument(schema, findings, { ...options, dialect }) };
}
