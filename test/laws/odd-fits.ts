import type { JsonSchema } from '../../src/compiled.js';
import { isRecord } from '../../src/ir/json.js';

const KEYWORDS: Record<string, readonly string[]> = {
  string: ['minLength', 'maxLength'],
  number: ['minimum', 'maximum'],
  integer: ['minimum', 'maximum'],
  boolean: [],
  null: [],
  array: ['items', 'maxItems'],
  object: ['properties', 'required', 'additionalProperties'],
};
const TYPES = Object.keys(KEYWORDS);
const NAME = /^[a-z_][a-z0-9_]{0,15}$/;

/** A reading of the odd target of its own, apart from the profile: what it would refuse of a wire schema. */
export function refusedByOdd(wire: JsonSchema): readonly string[] {
  const refused: string[] = [];
  let optional = 0;
  let union = 0;
  const visit = (schema: unknown, path: string): void => {
    if (!isRecord(schema)) {
      refused.push(`${path} is no schema object`);
      return;
    }
    if (Array.isArray(schema.anyOf)) {
      union++;
      for (const keyword of Object.keys(schema)) if (keyword !== 'anyOf') refused.push(`${path} has ${keyword} beside anyOf`);
      for (const [index, option] of schema.anyOf.entries()) visit(option, `${path}/anyOf/${index}`);
      return;
    }
    const { type } = schema;
    if (typeof type !== 'string' || !TYPES.includes(type)) {
      refused.push(`${path} has type ${JSON.stringify(type)}`);
      return;
    }
    const allowed = ['type', 'description', 'enum', 'const', ...(KEYWORDS[type] as readonly string[])];
    for (const keyword of Object.keys(schema)) if (!allowed.includes(keyword)) refused.push(`${path} has ${keyword}`);
    if (Array.isArray(schema.enum) && schema.enum.length > 5) refused.push(`${path} has ${schema.enum.length} literals`);
    if (type === 'array') visit(schema.items, `${path}/items`);
    if (type !== 'object') return;
    if (schema.additionalProperties !== false) refused.push(`${path} is not closed`);
    const required = new Set(schema.required as string[]);
    for (const [key, property] of Object.entries(schema.properties as JsonSchema)) {
      if (!NAME.test(key)) refused.push(`${path} has the property ${JSON.stringify(key)}`);
      if (!required.has(key)) optional++;
      visit(property, `${path}/properties/${key}`);
    }
  };
  visit(wire, '#');
  if (wire.type !== 'object') refused.push('the root is no object');
  if (optional > 3) refused.push(`${optional} optional properties`);
  if (union > 2) refused.push(`${union} unions`);
  return refused;
}
