import { isRecord } from '../ir/json.js';
import { readJsonSchema } from './json-schema/source.js';
import type { Findings, ReadOptions, Source } from './source.js';
import { isStandardJsonSchema, isStandardWithoutJsonSchema, readStandard, standardWithoutJsonSchema } from './standard/index.js';
import { isTypeBox, readTypeBox } from './typebox/index.js';
import { isZod, isZod3, readZod } from './zod/index.js';

/**
 * Reads a schema of whatever dialect it is: Zod by `_zod`, TypeBox by its kind marks, any other library by
 * `~standard.jsonSchema`, and plain objects and booleans as JSON Schema. Undefined where it is none of these.
 */
export function readSource(schema: unknown, findings: Findings, options: ReadOptions): Source | undefined {
  if (isZod(schema)) return readZod(schema, findings, options);
  if (isZod3(schema))
    return refuse(
      findings,
      'zod-3',
      'This is a Zod 3 schema, and its structure cannot be read.',
      'Upgrade to Zod 4 (`npm i zod@4`); code that must stay on version 3 can convert the schema with `zod-to-json-schema` and pass the result.',
    );
  if (isTypeBox(schema)) return readTypeBox(schema, findings, options);
  if (isStandardJsonSchema(schema)) return readStandard(schema, findings, options);
  if (isStandardWithoutJsonSchema(schema)) return refuse(findings, 'no-json-schema', ...split(standardWithoutJsonSchema(schema)));
  if (typeof schema === 'boolean' || isRecord(schema)) return readJsonSchema(schema, findings, options);
  return refuse(
    findings,
    'not-a-schema',
    `Expected a schema, but got ${schema === null ? 'null' : Array.isArray(schema) ? 'a list' : typeof schema === 'string' ? 'text' : `a value of type ${typeof schema}`}.`,
    'Pass a Zod 4 or TypeBox schema, a JSON Schema object, or any Standard JSON Schema.',
  );
}

function refuse(findings: Findings, code: string, message: string, help: string): undefined {
  findings.report({ code, severity: 'error', path: '', message, help });
  return undefined;
}

function split(text: string): [string, string] {
  const end = text.indexOf('. ');
  return end < 0 ? [text, 'Pass its JSON Schema instead.'] : [text.slice(0, end + 1), text.slice(end + 2)];
}
