import { describe, expect, it } from 'vitest';
import { claude } from '../../src/targets/claude.js';
import { target, targets } from '../../src/targets/index.js';
import type { Rule } from '../../src/targets/profile.js';
import { oddTarget } from '../support/odd-target.js';

function rules(node: unknown): Rule<unknown>[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('evidence' in node) return [node as Rule<unknown>];
  return Object.values(node).flatMap(rules);
}

describe('target', () => {
  it('finds built-in profiles by name', () => {
    expect(target('claude').profile).toBe(claude);
    expect([...targets.keys()]).toEqual(['claude']);
  });

  it('takes a complete profile as it is', () => {
    expect(target(oddTarget).profile).toBe(oddTarget);
  });

  it.each([
    ['claud', 'unknown-target', 'There is no target named "claud".'],
    ['__proto__', 'unknown-target', 'There is no target named "__proto__".'],
    [null, 'invalid-target', 'it should be an object'],
    [undefined, 'invalid-target', 'it should be an object'],
    [{}, 'invalid-target', 'name should be a string'],
    [{ ...oddTarget, formats: undefined }, 'invalid-target', 'formats should be an object'],
    [{ ...oddTarget, formats: { value: 'uuid' } }, 'invalid-target', 'formats.value should be a list'],
    [
      { ...oddTarget, limits: { ...oddTarget.limits, optional: { value: -1 } } },
      'invalid-target',
      'limits.optional.value should be a number',
    ],
    [
      { ...oddTarget, limits: { ...oddTarget.limits, union: { value: Number.NaN } } },
      'invalid-target',
      'limits.union.value should be a number',
    ],
    [{ ...oddTarget, propertyName: { value: '(' } }, 'invalid-target', 'propertyName should be a regular expression'],
  ])('says what is wrong with %j', (given, code, words) => {
    const { profile, error } = target(given);
    expect(profile).toBeUndefined();
    expect(error).toMatchObject({ code, severity: 'error', path: '' });
    expect(error?.message).toContain(words);
    expect(error?.help).not.toBe('');
  });
});

describe('the profile claude', () => {
  it('gives evidence and source for every rule, and is frozen', () => {
    const all = rules(claude);
    expect(all.length).toBeGreaterThan(18);
    for (const rule of all) {
      expect(['documented', 'sdk', 'observed', 'assumed']).toContain(rule.evidence);
      expect(rule.source).not.toBe('');
      expect(Object.isFrozen(rule)).toBe(true);
      if (Array.isArray(rule.value)) expect(Object.isFrozen(rule.value)).toBe(true);
    }
    expect(claude.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('differs from the odd profile of the tests in nearly every rule', () => {
    const same = rules(claude).filter((rule, i) => JSON.stringify(rule.value) === JSON.stringify(rules(oddTarget)[i]?.value));
    expect(rules(oddTarget).length).toBe(rules(claude).length);
    expect(same.length).toBeLessThanOrEqual(2);
  });
});
