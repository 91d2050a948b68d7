import { describe, expect, test } from 'vitest';
import type { CompileOptions } from '../../src/compiled.js';
import { compile, EncodeError } from '../../src/index.js';
import { type Case, compiled, text } from '../support/case.js';
import { generatedCase } from '../support/cases.js';
import { schemaCase } from '../support/generate/json-schema/index.js';
import { wideCase } from '../support/generate/json-schema/wide.js';
import { CURRENT, typeBoxCase, typeBoxCaseOf } from '../support/generate/typebox/index.js';
import { zodCase, zodCaseOf } from '../support/generate/zod/index.js';
import { oddTarget } from '../support/odd-target.js';
import { check } from '../support/seed.js';
import { everyValueIsSayable } from './complete.js';
import { refusedByOdd } from './odd-fits.js';
import { valuesGoRound } from './round-trip.js';
import { answersAreSafe } from './safe.js';

const PATIENCE = 300_000;

/** The laws on a target that differs from Claude in every rule: nothing of Claude is wired into a pass. */
function lawsHold(one: Case, seed: number): void {
  for (const options of [{ target: oddTarget }, { target: oddTarget, openness: 'keep' }] satisfies CompileOptions[]) {
    const result = compiled(one, options);
    if (result === undefined) continue;
    const refused = refusedByOdd(result.wire);
    if (refused.length > 0) throw new Error(`${refused.slice(0, 3).join('; ')} in ${text(result.wire)}`);
    everyValueIsSayable(one, options);
    valuesGoRound(one, options);
    answersAreSafe(one, seed, options);
  }
}

describe('a target that is not Claude', () => {
  test('JSON Schema', { timeout: PATIENCE }, () => {
    check(schemaCase(), 150, (made) => {
      const one = generatedCase(made);
      if (one !== undefined) lawsHold(one, made.seed);
    });
  });
  test('JSON Schema beyond the budget', { timeout: PATIENCE }, () => {
    check(wideCase, 30, (made) => {
      const one = generatedCase(made, true);
      if (one !== undefined) lawsHold(one, made.seed);
    });
  });
  test('Zod', { timeout: PATIENCE }, () => {
    check(zodCase(), 100, (made) => {
      const one = zodCaseOf(made);
      if (one !== undefined) lawsHold(one, made.seed);
    });
  });
  test('TypeBox', { timeout: PATIENCE }, () => {
    check(typeBoxCase(), 60, (made) => {
      const one = typeBoxCaseOf(made, CURRENT);
      if (one !== undefined) lawsHold(one, made.seed);
    });
  });

  test('what it takes is sent, what it does not is checked', () => {
    const schema = {
      type: 'object',
      properties: {
        name: { type: 'string', minLength: 2, pattern: '^a' },
        count: { type: 'integer', minimum: 1, maximum: 100, multipleOf: 2 },
        when: { type: 'string', format: 'date' },
        list: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 3 },
      },
      required: ['name', 'count', 'when', 'list'],
      additionalProperties: false,
    };
    const { wire, ledger } = compile(schema, { target: oddTarget });
    expect(wire).toMatchObject({
      properties: {
        name: { type: 'string', minLength: 2 },
        count: { type: 'integer', minimum: 1, maximum: 100 },
        list: { type: 'array', maxItems: 3 },
      },
    });
    const fates = Object.fromEntries(ledger.map(({ path, keyword, fate }) => [`${path} ${keyword}`, fate]));
    expect(fates).toMatchObject({
      '/properties/name minLength': 'sent',
      '/properties/name pattern': 'checked',
      '/properties/count maximum': 'sent',
      '/properties/count multipleOf': 'checked',
      '/properties/when format': 'checked',
      '/properties/list maxItems': 'sent',
      '/properties/list minItems': 'checked',
    });
  });

  test('its limits are kept, and a value it can not hold is said so', () => {
    const schema = { type: 'object', properties: {}, additionalProperties: false } as { properties: Record<string, unknown> };
    for (const key of ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta']) schema.properties[key] = { type: 'string' };
    const result = compile(schema, { target: oddTarget });
    expect(result.spend).toMatchObject({ optional: 3, union: 2 });
    expect(result.decode(result.encode({ zeta: 'z' })).value).toEqual({ zeta: 'z' });
    expect(() => result.encode({ other: 1 })).toThrow(EncodeError);
  });

  test('Claude is not asked of it', () => {
    const schema = {
      type: 'object',
      properties: { 'A B': { enum: ['a', 1, null] } },
      required: ['A B'],
      additionalProperties: false,
    };
    const result = compile(schema, { target: oddTarget });
    expect(refusedByOdd(result.wire)).toEqual([]);
    for (const value of ['a', 1, null]) expect(result.decode(result.encode({ 'A B': value })).value).toEqual({ 'A B': value });
  });
});
