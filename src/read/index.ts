import { isInstance, isRecord } from '../ir/json.js';
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
  if (typeof schema === 'boolean' || (isRecord(schema) && !isNothing(schema))) return readJsonSchema(schema, findings, options);
  return refuse(
    findings,
    'not-a-schema',
    `Expected a schema, but got ${kindOf(schema)}.`,
    'Pass a Zod 4 or TypeBox schema, a JSON Schema object, or any Standard JSON Schema.',
  );
}

function refuse(findings: Findings, code: string, message: string, help: string): undefined {
  findings.report({ code, severity: 'error', path: '', message, help });
  return undefined;
}

/** An object of a class with nothing of its own, such as a promise or a date: as JSON Schema it would say nothing, and so take any value. */
function isNothing(schema: object): boolean {
  return isInstance(schema) && Object.keys(schema).length === 0;
}

function kindOf(schema: unknown): string {
  if (schema === null) return 'null';
  if (Array.isArray(schema)) return 'a list';
  if (typeof schema === 'string') return 'text';
  if (schema instanceof Promise) return 'a promise (an `await` is missing)';
  return typeof schema === 'object' ? `an object of the class ${schema.constructor?.name}` : `a value of type ${typeof schema}`;
}

function split(text: string): [string, string] {
  const end = text.indexOf('. ');
  return end < 0 ? [text, 'Pass its JSON Schema instead.'] : [text.slice(0, end + 1), text.slice(end + 2)];
}
