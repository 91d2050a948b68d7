import type { JsonSchema } from '../compiled.js';
import type { Json } from '../ir/json.js';
import type { TargetProfile } from '../targets/profile.js';
import { emitLiteral } from './wire-literal.js';

/** The options as one node: the only one, a list of types, an enumeration, or `anyOf`. */
export function emitUnion(nodes: readonly JsonSchema[], target: TargetProfile): JsonSchema {
  const options = distinct(nodes.flatMap(within));
  if (options.length === 1) return options[0] as JsonSchema;
  return (target.typeLists.value ? typeList(options) : undefined) ?? enumeration(options, target) ?? { anyOf: options };
}

/** A union that says nothing of its own is its options. */
function within(option: JsonSchema): readonly JsonSchema[] {
  if (Object.keys(option).length !== 1) return [option];
  if (Array.isArray(option.anyOf)) return option.anyOf as JsonSchema[];
  return Array.isArray(option.type) ? option.type.map((type) => ({ type })) : [option];
}

function distinct(options: readonly JsonSchema[]): JsonSchema[] {
  const seen = new Set<string>();
  return options.filter((option) => {
    const text = JSON.stringify(option);
    return !seen.has(text) && seen.add(text);
  });
}

const SCALARS = new Set<unknown>(['string', 'boolean', 'null', 'number', 'integer']);

/** Options that are nothing but scalar types, as one list of types. */
function typeList(options: readonly JsonSchema[]): JsonSchema | undefined {
  if (!options.every((option) => Object.keys(option).length === 1 && SCALARS.has(option.type))) return undefined;
  const types = options.map((option) => option.type as string);
  const listed = types.includes('number') ? types.filter((type) => type !== 'integer') : types;
  return { type: listed.length === 1 ? (listed[0] as string) : listed };
}

/** Options that are nothing but literals and null, as one enumeration. */
function enumeration(options: readonly JsonSchema[], target: TargetProfile): JsonSchema | undefined {
  const values: Json[] = [];
  let literals = 0;
  for (const option of options) {
    const keys = Object.keys(option).filter((key) => key !== 'type');
    if (keys.length === 0 && option.type === 'null') values.push(null);
    else if (keys.length === 1 && (keys[0] === 'const' || keys[0] === 'enum')) {
      literals++;
      values.push(...(keys[0] === 'const' ? [option.const as Json] : (option.enum as Json[])));
    } else return undefined;
  }
  const schema = emitLiteral([...new Set(values)]);
  if (literals === 0 || (schema.type === undefined && !target.mixedEnum.value) || values.length > target.limits.enumValues.value)
    return undefined;
  return schema;
}
