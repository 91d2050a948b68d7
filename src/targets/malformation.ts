import { isRecord } from '../ir/json.js';

/** Says where `profile` lacks what `model` has: the first member that is missing or of another type. Never throws. */
export function malformation(profile: unknown, model: unknown, at = 'it'): string | undefined {
  if (!isRecord(model)) return sameType(profile, model) ? undefined : `${at} should be ${typeName(model)}`;
  if (!isRecord(profile)) return `${at} should be an object`;
  // What a rule is founded on is worth having but bears on nothing.
  const members = 'evidence' in model ? ['value'] : Object.keys(model);
  for (const member of members) {
    if (profile[member] === undefined && OPTIONAL.has(member)) continue;
    const path = at === 'it' ? member : `${at}.${member}`;
    const wrong =
      malformation(profile[member], model[member], path) ?? expressionError(member === 'value' ? at : member, profile[member]);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

const OPTIONAL = new Set(['models', 'advisedProperties', 'withoutManualThinking']);
const EXPRESSIONS = new Set(['propertyName', 'toolName']);

function expressionError(member: string, value: unknown): string | undefined {
  if (!EXPRESSIONS.has(member) || typeof value !== 'string') return undefined;
  try {
    new RegExp(value, 'u');
    return undefined;
  } catch {
    return `${member} should be a regular expression`;
  }
}

function sameType(value: unknown, model: unknown): boolean {
  if (Array.isArray(model)) return Array.isArray(value);
  if (typeof model === 'number') return typeof value === 'number' && value >= 0;
  return typeof value === typeof model;
}

function typeName(model: unknown): string {
  if (Array.isArray(model)) return 'a list';
  return `a ${typeof model}`;
}
