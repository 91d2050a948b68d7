import { describe, expect, test } from 'vitest';
import { lift } from '../../src/answer/decode.js';
import { Lowered } from '../../src/answer/lowered.js';
import { wirePlace } from '../../src/answer/wire-place.js';
import type { CompileOptions } from '../../src/compiled.js';
import type { Json } from '../../src/ir/json.js';
import { encodings } from '../laws/complete.js';
import { type Case, compiled, text } from '../support/case.js';
import { generatedCase } from '../support/cases.js';
import { codecsOf } from '../support/codecs.js';
import { entriesCase } from '../support/generate/entries.js';
import { schemaCase } from '../support/generate/json-schema/index.js';
import { wideCase } from '../support/generate/json-schema/wide.js';
import { CURRENT, typeBoxCase, typeBoxCaseOf } from '../support/generate/typebox/index.js';
import { zodCase, zodCaseOf } from '../support/generate/zod/index.js';
import { type Leaf, leavesOf, wireAt, withAt } from '../support/leaves.js';
import { isPlain, jsonCopy, same } from '../support/same.js';
import { check } from '../support/seed.js';
import { type Validator, validatorFor } from '../support/validator.js';

const DEEPEST = 500;
const MOST_LEAVES = 40;
const changes = new Map<string, number>();

/** Other values of the same type. */
function others(wire: unknown): Json[] {
  if (typeof wire === 'boolean') return [!wire];
  if (typeof wire === 'number') return [wire + 1, wire - 1, wire * 2, 0].filter((other) => other !== wire);
  if (typeof wire !== 'string') return [];
  return [`${wire}q`, `${wire}1`, '"q"', '2001-02-03T04:05:06.000Z', '2001-02-03', 'https://q.example/', 'qqqq', '77'];
}

/**
 * What stands at the place of a leaf decides that leaf and nothing else: where it is changed and the wire stays valid, lifting gives the
 * same value but for the leaf. Only inside JSON texts, labels, and some sets and maps is there no place of its own.
 */
function placesAreRight(one: Case, options: CompileOptions): void {
  const result = compiled(one, options);
  if (result === undefined) return;
  const lowered = new Lowered(result.lowered);
  const validate = validatorFor(result.wire, '2020') as Validator;
  for (const told of encodings(one, result, true)) {
    const wire = jsonCopy(told.wire);
    const before = leavesOf(lifted(lowered, wire));
    for (const [index, leaf] of before.entries()) {
      if (index >= MOST_LEAVES) break;
      const { path, exact } = wirePlace(lowered, wire, leaf.path);
      const found = wireAt(wire, path);
      if (found === undefined) throw new Error(`nothing is at ${text(path)} of ${text(wire)}`);
      if (!exact) {
        if (!leaf.inside && typeof found !== 'string') throw new Error(`no place for ${text(leaf.path)} in ${text(wire)}`);
        continue;
      }
      if (isOne(leaf.value) && !isOne(found) && !leaf.inside)
        throw new Error(`${text(leaf.path)} is all of ${text(path)}: ${text(wire)}`);
      for (const other of others(found)) {
        const changed = withAt(wire, path, other);
        if (validate(changed) !== true) continue;
        const after = lifted(lowered, changed);
        if (after === undefined) continue;
        if (decides(before, leavesOf(after), index)) {
          count(result.lowered);
          break;
        }
        if (typeof leaf.value !== 'object')
          throw new Error(`${text(leaf.path)} is not what ${text(path)} says: ${text(wire)}, ${text(changed)}, ${text(after)}`);
      }
    }
  }
}

/** Neither nothing nor made of parts. */
function isOne(value: unknown): boolean {
  if (value === null || value === undefined || value instanceof Map || value instanceof Set) return false;
  return !Array.isArray(value) && !isPlain(value);
}

function lifted(lowered: Lowered, wire: unknown): unknown {
  const result = lift(lowered, wire, DEEPEST);
  return 'issues' in result ? undefined : result.value;
}

function decides(before: readonly Leaf[], after: readonly Leaf[], index: number): boolean {
  if (!same(after.map(pathOf), before.map(pathOf))) return false;
  return before.every(({ value }, each) => same(value, after[each]?.value) === (each !== index));
}

function pathOf({ path }: Leaf): unknown {
  return path;
}

function count(document: Parameters<typeof codecsOf>[0]): void {
  for (const codec of [...codecsOf(document), 'any']) changes.set(codec, (changes.get(codec) ?? 0) + 1);
}

describe.each<[string, CompileOptions]>([
  ['closed', {}],
  ['kept, as a tool', { openness: 'keep', mode: 'tool' }],
])('changing the wire at the place of a leaf changes that leaf alone, %s', (_, options) => {
  const put = (one: Case | undefined): void => {
    if (one) placesAreRight(one, options);
  };
  test('JSON Schema', () => check(schemaCase(), 60, (made) => put(generatedCase(made))));
  test('JSON Schema that leaves nothing open', () =>
    check(schemaCase({ explicit: true }), 30, (made) => put(generatedCase(made, true))));
  test('JSON Schema beyond the budget', () => check(wideCase, 8, (made) => put(generatedCase(made, true))));
  test('properties that share a list', () => check(entriesCase, 60, (made) => put(generatedCase(made))));
  test('Zod', () => check(zodCase(), 100, (made) => put(zodCaseOf(made))));
  test('TypeBox', () => check(typeBoxCase(), 40, (made) => put(typeBoxCaseOf(made, CURRENT))));
});

test('every codec was met with a change', () => {
  for (const codec of [
    'entries',
    'fields',
    'tuple',
    'tagged',
    'maybe',
    'lists',
    'wrap',
    'table',
    'child',
    'node',
    'date',
    'map',
    'set',
  ])
    expect(changes.get(codec), codec).toBeGreaterThan(0);
});
