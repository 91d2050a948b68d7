import { isRecord } from '../../ir/json.js';
import type { NodeState, Schema } from './node-state.js';
import { refuse } from './refusal.js';
import { brief } from './words.js';

export function checkArray(schema: Schema, state: NodeState): void {
  const { minItems, items } = schema;
  if (Array.isArray(items))
    refuse("Invalid schema: Array types must be specified with a single object schema for 'items'.", 'items');
  if (!('items' in schema))
    refuse('Empty schema ({}) that accepts any JSON value is not supported. Please specify a concrete type.');
  const taken = state.profile.minItems.value;
  if ('minItems' in schema && !taken.includes(minItems as number))
    refuse(
      `For 'array' type, 'minItems' values other than ${taken.join(' or ')} are not supported (got: [${brief(minItems)}, ∞])`,
      'minItems',
    );
}

export function checkObject(schema: Schema, state: NodeState): void {
  const open = schema['additionalProperties'];
  if (!('additionalProperties' in schema)) refuse("For 'object' type, 'additionalProperties' must be explicitly set to false");
  if (open !== false)
    refuse(
      `For 'object' type, 'additionalProperties: ${isRecord(open) ? 'object' : brief(open)}' is not supported. Please set 'additionalProperties' to false`,
      'additionalProperties',
    );
  const properties = schema['properties'] ?? {};
  if (!isRecord(properties)) refuse('Invalid schema: properties must be an object');
  const expression = new RegExp(state.profile.propertyName.value, 'u');
  for (const name of Object.keys(properties))
    if (!expression.test(name))
      refuse(`Property keys should match pattern '${state.profile.propertyName.value}'`, 'properties', name);
  checkRequired(schema, properties);
}

function checkRequired({ required }: Schema, properties: Schema): void {
  if (required === undefined) return;
  if (!Array.isArray(required) || !required.every((name) => typeof name === 'string') || new Set(required).size < required.length)
    refuse('Invalid schema: required must be an array of unique strings');
  // Nobody has tried; a closed object that demands what it forbids has no value.
  const missing = required.find((name) => !Object.hasOwn(properties, name as string));
  if (missing !== undefined) refuse(`Invalid schema: required property '${missing}' is not declared in properties`, 'required');
}
