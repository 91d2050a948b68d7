import { type Format, formatOf } from '../formats.js';
import { regExpOf } from '../patterns/index.js';
import { Unreadable } from '../resources.js';
import { type Check, type Compiler, report } from './node.js';
import { number } from './scalars.js';
import { count, found, literal } from './words.js';

export function lengths(schema: Record<string, unknown>): Check[] {
  const checks: Check[] = [];
  const min = number(schema, 'minLength');
  const max = number(schema, 'maxLength');
  if (min !== undefined)
    checks.push(
      (value, run) =>
        typeof value !== 'string' ||
        codePoints(value) >= min ||
        report(run, () => `Expected at least ${count(min, 'character')}, but found ${codePoints(value)}.`, value),
    );
  if (max !== undefined)
    checks.push(
      (value, run) =>
        typeof value !== 'string' ||
        codePoints(value) <= max ||
        report(run, () => `Expected at most ${count(max, 'character')}, but found ${codePoints(value)}.`, value),
    );
  return checks;
}

export function codePoints(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length - 1; at++) {
    const code = text.charCodeAt(at);
    if (code < 0xd800 || code > 0xdbff) continue;
    const next = text.charCodeAt(at + 1);
    if (next < 0xdc00 || next > 0xdfff) continue;
    length--;
    at++;
  }
  return length;
}

export function pattern(schema: Record<string, unknown>, compiler: Compiler): Check | undefined {
  const source = schema.pattern;
  if (source === undefined) return undefined;
  if (typeof source !== 'string') throw new Unreadable('`pattern` is no text');
  const expression = regExpOf(source, compiler.unicode ? 'u' : '');
  return (value, run) =>
    typeof value !== 'string' ||
    expression.test(value) ||
    report(run, () => `Expected text that matches the pattern ${source}, but found ${literal(value)}.`, value);
}

const LIMITS = [
  ['formatMinimum', (order: number) => order >= 0, 'or later'],
  ['formatMaximum', (order: number) => order <= 0, 'or earlier'],
  ['formatExclusiveMinimum', (order: number) => order > 0, 'later than that'],
  ['formatExclusiveMaximum', (order: number) => order < 0, 'earlier than that'],
] as const;

export function format(schema: Record<string, unknown>): Check[] {
  const name = schema.format;
  if (name === undefined) return [];
  if (typeof name !== 'string') throw new Unreadable('`format` is no text');
  const known = formatOf(name);
  if (known === undefined) return [];
  const { test, kind } = known;
  return [
    (value, run) =>
      typeof value !== kind ||
      test(value as never) ||
      report(
        run,
        () => `Expected ${kind === 'string' ? 'text' : 'a number'} in the format "${name}", but found ${found(value)}.`,
        value,
      ),
    ...limits(schema, known),
  ];
}

function limits(schema: Record<string, unknown>, { compare }: Format): Check[] {
  return LIMITS.flatMap(([keyword, holds, words]) => {
    const limit = schema[keyword];
    if (limit === undefined) return [];
    if (typeof limit !== 'string' || compare === undefined) throw new Unreadable(`\`${keyword}\` can't be compared`);
    // Where two texts can't be compared, their order is undefined, and no limit is exceeded.
    return (value, run) => {
      if (typeof value !== 'string') return true;
      const order = compare(value, limit);
      return (
        order === undefined || holds(order) || report(run, () => `Expected ${limit} ${words}, but found ${found(value)}.`, value)
      );
    };
  });
}
