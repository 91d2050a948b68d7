import { sameJson } from '../../../ir/equal.js';
import { isRecord } from '../../../ir/json.js';
import { memberOf } from '../members.js';
import { Unreadable } from '../resources.js';
import { type Check, report } from './node.js';
import { aType, found, literal, oneOf } from './words.js';

const IS: Record<string, (value: unknown) => boolean> = {
  null: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger,
  number: Number.isFinite,
  string: (value) => typeof value === 'string',
  array: Array.isArray,
  object: isRecord,
};

/** `type`, and OpenAPI's `nullable` beside it. */
export function type(schema: Record<string, unknown>): Check | undefined {
  // Ajv takes an empty name for none.
  if (schema.type === undefined || schema.type === '') return undefined;
  const names = [schema.type].flat();
  if (schema.nullable === true && !names.includes('null')) names.push('null');
  const tests = names.map((name) => {
    const test = typeof name === 'string' && Object.hasOwn(IS, name) ? IS[name] : undefined;
    if (test === undefined) throw new Unreadable(`${literal(name)} is no type`);
    return test;
  });
  const expected = names.map((name) => aType(name as string)).join(' or ');
  const [only] = tests;
  const passes = tests.length === 1 && only ? only : (value: unknown) => tests.some((test) => test(value));
  return (value, run) => passes(value) || report(run, () => `Expected ${expected}, but found ${found(value)}.`, value);
}

export function enumeration(schema: Record<string, unknown>): Check | undefined {
  const values = schema.enum;
  if (values === undefined) return undefined;
  if (!Array.isArray(values)) throw new Unreadable('`enum` is no array');
  const has = memberOf(values);
  return (value, run) =>
    has(value) ||
    report(
      run,
      () =>
        values.length === 0
          ? 'No value is allowed here: `enum` is empty.'
          : `Expected ${oneOf(values)}, but found ${found(value)}.`,
      value,
    );
}

export function constant(schema: Record<string, unknown>): Check | undefined {
  const expected = schema.const;
  if (expected === undefined) return undefined;
  return (value, run) =>
    sameJson(expected, value) || report(run, () => `Expected ${literal(expected)}, but found ${found(value)}.`, value);
}

type Comparison = readonly [keyword: string, holds: (value: number, bound: number) => boolean, words: string];

const COMPARISONS: readonly Comparison[] = [
  ['minimum', (value, bound) => value >= bound, 'a number of at least'],
  ['maximum', (value, bound) => value <= bound, 'a number of at most'],
  ['exclusiveMinimum', (value, bound) => value > bound, 'a number above'],
  ['exclusiveMaximum', (value, bound) => value < bound, 'a number below'],
  ['multipleOf', (value, factor) => isMultiple(value, factor), 'a multiple of'],
];

export function bounds(schema: Record<string, unknown>): Check[] {
  return COMPARISONS.flatMap(([keyword, holds, words]) => {
    const bound = number(schema, keyword);
    if (bound === undefined) return [];
    return (value, run) =>
      typeof value !== 'number' ||
      holds(value, bound) ||
      report(run, () => `Expected ${words} ${bound}, but found ${value}.`, value);
  });
}

/** As Ajv decides it, rounding errors of the division included. */
function isMultiple(value: number, factor: number): boolean {
  const quotient = value / factor;
  return factor !== 0 && quotient === Number.parseInt(String(quotient), 10);
}

/** The number a keyword holds. */
export function number(schema: Record<string, unknown>, keyword: string): number | undefined {
  const value = schema[keyword];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Unreadable(`\`${keyword}\` is no number`);
  return value;
}

/** The JSON type of a value. */
export function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
