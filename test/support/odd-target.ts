import type { Rule, TargetProfile } from '../../src/targets/profile.js';

const odd = <Value>(value: Value): Rule<Value> => ({ value, evidence: 'assumed', source: 'made up for tests' });

/** Unlike `claude` in every rule: whatever names Claude where it should ask the profile fails here. */
export const oddTarget: TargetProfile = {
  name: 'odd',
  date: '2026-01-01',
  keywords: {
    string: odd(['minLength', 'maxLength']),
    number: odd(['minimum', 'maximum']),
    array: odd(['maxItems']),
    annotations: odd(['description']),
  },
  besideUnion: odd([]),
  formats: odd([]),
  minItems: odd([]),
  patterns: odd('none'),
  propertyName: odd('^[a-z_][a-z0-9_]{0,15}$'),
  typeLists: odd(false),
  mixedEnum: odd(false),
  definitions: odd(false),
  requiredFirst: odd(false),
  root: {
    output: odd(['object']),
    tool: odd(['object']),
    unionWithDefinitions: odd(false),
  },
  toolName: odd('^[a-z]{1,8}$'),
  limits: {
    optional: odd(3),
    union: odd(2),
    strictTools: odd(2),
    enumValues: odd(5),
    advisedOptional: odd(2),
    advisedProperties: odd(30),
  },
  models: {
    structuredOutputs: odd(['odd-2']),
    withoutStructuredOutputs: odd(['odd-1*']),
    withoutForcedTools: odd(['odd-2']),
    withoutPrefill: odd(['odd-3']),
    withoutManualThinking: odd(['odd-4']),
  },
};
