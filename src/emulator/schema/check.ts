import { isRecord } from '../../ir/json.js';
import { pointer } from '../../ir/pointer.js';
import type { TargetProfile } from '../../targets/profile.js';
import { checkNode, DEEPEST } from './node.js';
import type { NodeState, Schema } from './node-state.js';
import { circleIn, definitionsOf } from './references.js';
import { Refusal, refuse } from './refusal.js';

type Mode = 'output' | 'tool';

interface State extends NodeState {
  readonly found: SchemaFault[];
}

const AT_ROOT = ['$schema', '$defs', 'definitions'];

/** Enough to know what is wrong. */
const MOST_FAULTS = 50;

/** What the API would say against a place of a schema. */
export interface SchemaFault {
  /** JSON Pointer into the schema. */
  readonly path: string;
  readonly message: string;
}

/**
 * What the API would say against a schema, in its words as far as they were observed; undefined where it takes it. Budgets of the whole request
 * are counted elsewhere.
 */
export function schemaError(schema: unknown, mode: Mode, profile: TargetProfile): string | undefined {
  return schemaFaults(schema, mode, profile)[0]?.message;
}

/** The same for every node that it would say something against, one fault each. */
export function schemaFaults(schema: unknown, mode: Mode, profile: TargetProfile): readonly SchemaFault[] {
  const found: SchemaFault[] = [];
  if (!attempt(found, '', () => checkRoot(schema, profile)) || !isRecord(schema)) return found;
  const definitions = definitionsOf(schema);
  const state: State = { profile, definitions, found };
  const bare = Object.fromEntries(Object.entries(schema).filter(([key]) => !AT_ROOT.includes(key)));
  visit(bare, state, 0, '');
  for (const [reference, definition] of definitions) visit(definition, state, 0, reference.slice(1));
  if (found.length === 0) attempt(found, '', () => checkKindOfRoot(bare, profile.root[mode].value));
  return found;
}

/** Whether the check passed; what it refuses is noted. */
function attempt(found: SchemaFault[], at: string, check: () => void): boolean {
  try {
    check();
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    found.push({ path: error.steps.reduce(pointer, at), message: error.message });
    return false;
  }
}

/** A node, then what is below it. */
function visit(schema: unknown, state: State, depth: number, at: string): void {
  if (state.found.length >= MOST_FAULTS) return;
  attempt(state.found, at, () => checkNode(schema, state, depth));
  if (!isRecord(schema) || '$ref' in schema || depth > DEEPEST) return;
  const below = (child: unknown, ...steps: string[]) => visit(child, state, depth + 1, steps.reduce(pointer, at));
  if ('anyOf' in schema) {
    if (Array.isArray(schema['anyOf']))
      for (const [index, option] of schema['anyOf'].entries()) below(option, 'anyOf', String(index));
    return;
  }
  if (schema['type'] === 'array' && 'items' in schema && !Array.isArray(schema['items'])) below(schema['items'], 'items');
  if (schema['type'] === 'object' && isRecord(schema['properties']))
    for (const [name, property] of Object.entries(schema['properties'])) below(property, 'properties', name);
}

function checkRoot(schema: unknown, profile: TargetProfile): void {
  if (!isRecord(schema)) refuse('Input should be a valid dictionary');
  const definitions = definitionsOf(schema);
  for (const place of ['$defs', 'definitions']) {
    if (!(place in schema)) continue;
    if (!profile.definitions.value) refuse(`Schema keyword '${place}' is not supported`);
    if (!isRecord(schema[place])) refuse(`Invalid schema: ${place} must be an object`);
  }
  if ('$schema' in schema && typeof schema['$schema'] !== 'string') refuse('Invalid schema: $schema must be a string');
  const { root } = profile;
  if ('anyOf' in schema) {
    const held = ['$defs', 'definitions'].find((place) => place in schema);
    if (held !== undefined && !root.unionWithDefinitions.value) refuse(`For 'anyOf', '${held}' is not supported`);
  }
  const circle = circleIn(definitions);
  if (circle)
    refuse(
      `Circular reference detected in schema definitions: ${circle.join(' -> ')}. Self-referencing or mutually-referencing definitions are not supported.`,
    );
}

function checkKindOfRoot(schema: unknown, kinds: TargetProfile['root']['output']['value']): void {
  const kind = kindOf(schema);
  if (kind === 'union' && kinds.includes('union'))
    for (const option of (schema as Schema)['anyOf'] as unknown[])
      if (!kinds.includes(kindOf(option)) || kindOf(option) === 'union')
        refuse("Invalid schema: each option of a root 'anyOf' must be an object or an array");
  if (!kinds.includes(kind))
    refuse(`Invalid schema: The root must be of type ${kinds.map((each) => `'${each}'`).join(' or ')}, not '${kind}'`);
}

function kindOf(schema: unknown): 'object' | 'array' | 'scalar' | 'union' {
  if (!isRecord(schema)) return 'scalar';
  if ('anyOf' in schema) return 'union';
  return schema['type'] === 'object' || schema['type'] === 'array' ? schema['type'] : 'scalar';
}
