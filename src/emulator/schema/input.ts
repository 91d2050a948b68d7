import { Ajv2020 } from 'ajv/dist/2020.js';
import { isRecord } from '../../ir/json.js';
import { pointer } from '../../ir/pointer.js';
import type { TargetProfile } from '../../targets/profile.js';
import type { SchemaFault } from './check.js';

type Fields = Readonly<Record<string, unknown>>;

/** What the API would say against the schema of any tool, with the member of the request that its words begin with. */
export interface InputFault extends SchemaFault {
  readonly member: '' | '.type' | '.properties';
}

let draft: Ajv2020 | undefined;

/** What holds for the schema of any tool; of one that is not strict it must be valid draft 2020-12 besides. */
export function inputFaults(schema: unknown, { propertyName }: TargetProfile, isStrict: boolean): readonly InputFault[] {
  if (!isRecord(schema)) return [{ member: '', path: '', message: 'Input should be a valid dictionary' }];
  const found: InputFault[] = [];
  for (const key of ['oneOf', 'allOf', 'anyOf'])
    if (key in schema)
      found.push({
        member: '',
        path: `/${key}`,
        message: 'input_schema does not support oneOf, allOf, or anyOf at the top level',
      });
  if (!('type' in schema)) found.push({ member: '.type', path: '', message: 'Field required' });
  else if (schema['type'] !== 'object') found.push({ member: '.type', path: '/type', message: "Input should be 'object'" });
  for (const path of strayNames(schema, new RegExp(propertyName.value, 'u')))
    found.push({ member: '.properties', path, message: `Property keys should match pattern '${propertyName.value}'` });
  return isStrict ? found : [...found, ...draftFaults(schema)];
}

function draftFaults(schema: Fields): readonly InputFault[] {
  draft ??= new Ajv2020({ strict: false, logger: false });
  const { $schema: _, ...rest } = schema;
  if (draft.validateSchema(rest) === true) return [];
  return [
    {
      member: '',
      path: draft.errors?.[0]?.instancePath ?? '',
      message:
        'JSON schema is invalid. It must match JSON Schema draft 2020-12 (https://json-schema.org/draft/2020-12). Learn more about tool use at https://docs.claude.com/en/docs/tool-use.',
    },
  ];
}

const LITERAL = new Set(['enum', 'const', 'default', 'examples']);
const MAPS = new Set(['properties', '$defs', 'definitions']);

/** Where in a schema properties have names that the API would not take. Without recursion, however deep. */
function strayNames(schema: Fields, pattern: RegExp): readonly string[] {
  const found: string[] = [];
  const open: { readonly at: string; readonly node: unknown }[] = [{ at: '', node: schema }];
  const add = (node: object, at: string) => {
    for (const [key, child] of Object.entries(node).reverse()) open.push({ at: pointer(at, key), node: child });
  };
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { at, node } = next;
    if (Array.isArray(node)) add(node, at);
    if (!isRecord(node)) continue;
    for (const [key, value] of Object.entries(node).reverse()) {
      if (LITERAL.has(key)) continue;
      const path = pointer(at, key);
      if (!MAPS.has(key) || !isRecord(value)) {
        open.push({ at: path, node: value });
        continue;
      }
      if (key === 'properties') for (const name of Object.keys(value)) if (!pattern.test(name)) found.push(pointer(path, name));
      add(value, path);
    }
  }
  return found;
}
