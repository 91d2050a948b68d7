import { describe, expect, it, test } from 'vitest';
import { claude } from '../../src/targets/claude.js';
import { target } from '../../src/targets/index.js';
import { modelName, namesModel } from '../../src/targets/model-name.js';
import { oddTarget } from '../support/odd-target.js';

describe('modelName', () => {
  it.each([
    ['claude-opus-5', 'claude-opus-5'],
    ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'claude-sonnet-4-5-20250929'],
    ['anthropic.claude-opus-4-6-v1', 'claude-opus-4-6'],
    ['anthropic/claude-opus-4-6', 'claude-opus-4-6'],
    ['arn:aws:bedrock:eu-west-1:1:inference-profile/eu.anthropic.claude-haiku-4-5-20251001-v1:0', 'claude-haiku-4-5-20251001'],
    ['projects/p/locations/l/publishers/anthropic/models/claude-sonnet-4-5@20250929', 'claude-sonnet-4-5-20250929'],
    ['claude-sonnet-4-5@20250929', 'claude-sonnet-4-5-20250929'],
    ['claude-opus-5@default', 'claude-opus-5'],
    ['my-deployment', 'my-deployment'],
    ['', ''],
  ])('%s is %s', (id, name) => expect(modelName(id)).toBe(name));
});

const rules = claude.models as NonNullable<typeof claude.models>;
const lacks = (id: string) => namesModel(rules.withoutStructuredOutputs.value, id);

describe('the models of the profile claude', () => {
  it.each([
    'claude-2.1',
    'claude-instant-1.2',
    'claude-3-opus-20240229',
    'claude-3-7-sonnet-latest',
    'claude-opus-4-20250514',
    'claude-opus-4-0',
    'claude-opus-4-1-20250805',
    'claude-sonnet-4-20250514',
    'us.anthropic.claude-sonnet-4-20250514-v1:0',
    'claude-3-5-haiku@20241022',
  ])('%s has no structured outputs', (id) => expect(lacks(id)).toBe(true));

  it.each([
    'claude-sonnet-4-5',
    'claude-sonnet-4-5-20250929',
    'claude-sonnet-4-6',
    'claude-opus-4-5-20251101',
    'claude-opus-4-8',
    'claude-opus-4-10',
    'claude-haiku-4-5-20251001',
    'claude-mythos-5-2',
    'claude-nova-7',
    'my-claude-3',
    '',
  ])('%s may have them', (id) => expect(lacks(id)).toBe(false));

  test('no model is said both to have them and to lack them', () =>
    expect(rules.structuredOutputs.value.filter(lacks)).toEqual([]));

  test('a model that is newer than the lists is not taken for an older one', () => {
    for (const { value } of [rules.withoutForcedTools, rules.withoutPrefill])
      for (const id of ['claude-fable-5-2', 'claude-fable-50', 'claude-opus-5-6']) expect(namesModel(value, id)).toBe(false);
    expect(namesModel(rules.withoutForcedTools.value, 'claude-opus-5-5-20261001')).toBe(true);
    expect(namesModel(rules.withoutForcedTools.value, 'claude-opus-5')).toBe(false);
  });
});

describe('a profile of the caller', () => {
  const { models, ...without } = oddTarget;
  test('may say nothing of models', () => expect(target(without).profile).toBe(without));
  test('must say it whole', () => {
    expect(target({ ...without, models: {} }).error?.message).toContain('models.structuredOutputs should be an object');
    expect(target({ ...without, models: null }).error?.message).toContain('models should be an object');
    expect(target({ ...without, models: { ...models, withoutPrefill: { value: 'x' } } }).error?.message).toContain(
      'models.withoutPrefill.value should be a list',
    );
  });
});
