import { sendable } from '../../targets/patterns/index.js';
import type { TargetProfile } from '../../targets/profile.js';
import { checkArray, checkObject } from './containers.js';
import { checkKeys } from './keys.js';
import { literals } from './literals.js';
import type { NodeState, Schema } from './node-state.js';
import { refuse } from './refusal.js';
import { brief, python, typeOf } from './words.js';

const SCALARS = ['string', 'number', 'integer', 'boolean', 'null'];
const TYPES = [...SCALARS, 'array', 'object'];

export function checkTyped(schema: Schema, state: NodeState): void {
  const { profile } = state;
  const { keywords } = profile;
  const type = schema['type'];
  if (typeof type !== 'string' || !TYPES.includes(type)) refuse(`Invalid schema: Unknown type ${brief(type)}`);
  const own: readonly string[] =
    type === 'object'
      ? ['properties', 'required', 'additionalProperties']
      : type === 'array'
        ? ['items', ...keywords.array.value]
        : [
            'enum',
            'const',
            ...(type === 'string' ? keywords.string.value : type === 'number' || type === 'integer' ? keywords.number.value : []),
          ];
  checkKeys(schema, ['type', ...own, ...keywords.annotations.value], type);
  if (type === 'object') checkObject(schema, state);
  else if (type === 'array') checkArray(schema, state);
  else checkScalar(schema, type, profile);
}

export function checkTypeList(schema: Schema, types: readonly unknown[], { profile }: NodeState): void {
  if (!profile.typeLists.value) refuse('Invalid schema: a list of types is not supported');
  if (types.length === 0 || new Set(types).size < types.length) refuse("Invalid schema: 'type' must list each type once");
  for (const type of types) {
    if (type === 'object' || type === 'array') {
      checkKeys(schema, ['type'], type);
      refuse(`Invalid schema: '${type}' in a list of types is not supported`);
    }
    if (!SCALARS.includes(type as string)) refuse(`Invalid schema: Unknown type ${brief(type)}`);
  }
  const values = [...(Array.isArray(schema['enum']) ? schema['enum'] : []), ...('const' in schema ? [schema['const']] : [])];
  if ('enum' in schema || 'const' in schema)
    refuse(
      `Invalid schema: Enum value ${python(values[0])} does not match declared type '[${types.map((type) => `'${type}'`).join(', ')}]'`,
    );
  const isText = types.includes('string');
  checkKeys(
    schema,
    ['type', ...(isText ? profile.keywords.string.value : []), ...profile.keywords.annotations.value],
    String(types.find((type) => type !== 'null') ?? 'null'),
  );
  if (isText) checkText(schema, profile);
}

function checkScalar(schema: Schema, type: string, profile: TargetProfile): void {
  for (const value of literals(schema, profile))
    if (typeOf(value) !== type && !(type === 'number' && typeOf(value) === 'integer'))
      refuse(`Invalid schema: Enum value ${python(value)} does not match declared type '${type}'`);
  if (type === 'string') checkText(schema, profile);
}

function checkText(schema: Schema, { formats, patterns }: TargetProfile): void {
  const { format, pattern } = schema;
  if ('format' in schema && !formats.value.includes(format as string))
    refuse(`For 'string' type, format '${brief(format)}' is not supported`, 'format');
  if ('pattern' in schema && (typeof pattern !== 'string' || !sendable(pattern, patterns.value, 'u')))
    refuse(`Unsupported regex feature in pattern field: ${brief(pattern)}`, 'pattern');
}
