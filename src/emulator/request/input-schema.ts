import { Ajv2020 } from 'ajv/dist/2020.js';
import { finishJsonSchema } from '../../finish/json-schema/index.js';
import { isRecord } from '../../ir/json.js';
import type { TargetProfile } from '../../targets/profile.js';
import { refused } from '../api-error.js';
import type { Fields } from './fields.js';
import type { CustomTool } from './tools.js';

let draft: Ajv2020 | undefined;

/** What holds for the schema of any tool, strict or not, and for its examples. Throws `ApiError`. */
export function checkInputSchema(tool: CustomTool, at: string, { propertyName }: TargetProfile, isStrict: boolean): void {
  const schema: unknown = tool.input_schema;
  if (!isRecord(schema)) throw refused(`${at}.input_schema: Input should be a valid dictionary`);
  for (const key of ['oneOf', 'allOf', 'anyOf'])
    if (key in schema) throw refused(`${at}.input_schema: input_schema does not support oneOf, allOf, or anyOf at the top level`);
  if (!('type' in schema)) throw refused(`${at}.input_schema.type: Field required`);
  if (schema['type'] !== 'object') throw refused(`${at}.input_schema.type: Input should be 'object'`);
  const name = strayName(schema, new RegExp(propertyName.value, 'u'));
  if (name !== undefined)
    throw refused(`${at}.input_schema.properties: Property keys should match pattern '${propertyName.value}'`);
  if (!isStrict && !isDraft2020(schema))
    throw refused(
      `${at}.input_schema: JSON schema is invalid. It must match JSON Schema draft 2020-12 (https://json-schema.org/draft/2020-12). Learn more about tool use at https://docs.claude.com/en/docs/tool-use.`,
    );
  checkExamples(tool, schema, at);
}

function isDraft2020(schema: Fields): boolean {
  draft ??= new Ajv2020({ strict: false, logger: false });
  const { $schema: _, ...rest } = schema;
  return draft.validateSchema(rest) === true;
}

function checkExamples(tool: CustomTool, schema: Fields, at: string): void {
  const examples = tool['input_examples'];
  if (examples === undefined) return;
  if (!Array.isArray(examples)) throw refused(`${at}.input_examples: Input should be a valid list`);
  const check = finishJsonSchema(schema, '2020-12');
  examples.forEach((example, index) => {
    const found = check(example);
    if ('issues' in found)
      throw refused(
        `${at}.input_examples.${index}: Input example does not match the tool's input_schema: ${found.issues[0]?.message ?? ''}`,
      );
  });
}

/** A property name anywhere in a schema that the API would not take. */
function strayName(schema: Fields, pattern: RegExp): string | undefined {
  const open: unknown[] = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) open.push(...next.filter((each) => each !== undefined));
    if (!isRecord(next)) continue;
    for (const [key, value] of Object.entries(next)) {
      if (key === 'enum' || key === 'const' || key === 'default' || key === 'examples') continue;
      const isMap = (key === 'properties' || key === '$defs' || key === 'definitions') && isRecord(value);
      const stray = key === 'properties' && isMap ? Object.keys(value).find((name) => !pattern.test(name)) : undefined;
      if (stray !== undefined) return stray;
      if (isMap) open.push(...Object.values(value));
      else if (typeof value === 'object' && value !== null) open.push(value);
    }
  }
  return undefined;
}
