import { isPrimitive } from '../../ir/json.js';
import type { TargetProfile } from '../../targets/profile.js';
import { checkKeys } from './keys.js';
import type { NodeState, Schema } from './node-state.js';
import { refuse } from './refusal.js';
import { brief, typeOf } from './words.js';

/** A node of `enum` or `const` without a type. */
export function checkLiterals(schema: Schema, { profile }: NodeState): void {
  if (!('enum' in schema) && !('const' in schema)) refuse(`Invalid schema: Schema type is missing for schema: ${brief(schema)}`);
  checkKeys(schema, ['enum', 'const', ...profile.keywords.annotations.value], 'enum');
  const values = literals(schema, profile);
  if (!profile.mixedEnum.value && new Set(values.map(typeOf)).size > 1)
    refuse('Invalid schema: Enum values must all be of one type');
}

export function literals(schema: Schema, { limits }: TargetProfile): readonly unknown[] {
  const listed = schema['enum'];
  if ('enum' in schema && (!Array.isArray(listed) || listed.length === 0))
    refuse('Invalid schema: Enum must be a non-empty array');
  const values = [...((listed as unknown[] | undefined) ?? []), ...('const' in schema ? [schema['const']] : [])];
  for (const value of values)
    if (!isPrimitive(value)) refuse(`Invalid schema: Complex types within enums are not supported: ${brief(value)}`);
  if (Array.isArray(listed) && listed.length > limits.enumValues.value) refuse('Schema is too complex for compilation.');
  return values;
}
