import { describe, expect, test } from 'vitest';
import { freeNames, sameCode } from '../../cli/commands/diff/closed-code.js';

describe('what a function takes from outside', () => {
  test.each<[text: string, free: readonly string[]]>([
    ['(v) => v !== "x"', []],
    ['v => Math.max(v, 0) === v', []],
    ['(v) => v <= LIMIT', ['LIMIT']],
    ['function (v) { const m = 3; return v.length < m; }', []],
    ['function named(v) { return v > 0 ? named(v - 1) : true; }', []],
    ['({ from, to: { at = 1 } = {} }) => from <= at', []],
    ['(v, ...rest) => rest.every(([a, { b }]) => a === b)', []],
    ['(v) => [1].some((limit) => limit > 0) && v < limit', ['limit']],
    ['(v) => { { let inner = 1; } return inner; }', ['inner']],
    ['function (v) { if (v) { var later = 1; } return later; }', []],
    ['(v) => { for (const each of v) if (each) return true; return each; }', ['each']],
    ['(v) => { try { return JSON.parse(v); } catch (error) { return error === v; } }', []],
    ['(v) => ({ limit: 1, [v]: 2, method() { return 3; } }).limit', []],
    ['(v) => ({ limit })', ['limit']],
    ['(v) => v.limit.deep?.limit', []],
    ['(v) => v[key]', ['key']],
    ['(0, _helpers.check)', ['_helpers']],
    ['function (v) { return this.limit > v; }', ['ThisExpression']],
    ['(v) => eval(v)', ['eval']],
    ['(v) => globalThis.limit', ['globalThis']],
    ['check(v) { return v > 0; }', []],
    ['async (v) => await fetch(v)', ['AwaitExpression', 'fetch']],
    ['(v) => `a$<v>$<tail>`'.replace(/<(\w+)>/g, '{$1}'), ['tail']],
    ['(v) => { outer: for (;;) break outer; }', []],
    ['(v) => class A { static a = A; }', []],
  ])('%s', (text, free) => expect([...(freeNames(text) ?? ['unreadable'])].sort()).toEqual([...free].sort()));

  test('native functions cannot be read', () => expect(freeNames(String(Math.max))).toBeUndefined());
});

test('the same text is the same code only where it is closed', () => {
  const limit = 5;
  const closed = () => (v: number) => v < 5;
  const open = () => (v: number) => v < limit;
  expect(sameCode(closed(), closed())).toBe(true);
  expect(sameCode(open(), open())).toBe(false);
  const one = open();
  expect(sameCode(one, one)).toBe(true);
  expect(sameCode('text', 'text')).toBe(true);
  expect(sameCode(closed, 1)).toBe(false);
  expect(sameCode(Math.max, Math.min)).toBe(false);
});
