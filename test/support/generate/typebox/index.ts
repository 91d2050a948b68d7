import type { TSchema as ClassicSchema } from '@sinclair/typebox';
import { Value as ClassicValue } from '@sinclair/typebox/value';
import type { TSchema } from 'typebox';
import { DecodeUnsafe, Value } from 'typebox/value';
import type { Case } from '../../case.js';
import { drawFrom } from '../../draw.js';
import { isJson } from '../../same.js';
import { sampleAny } from '../instance/any.js';
import * as classic from './classic.js';
import * as current from './current.js';
import { inputFor } from './input.js';
import { isPure, type Plan, type TypeBoxCase, typeBoxCase } from './plan.js';

export { type TypeBoxCase, typeBoxCase };

interface Library {
  build(plan: Plan): unknown;
  readonly values: readonly unknown[];
  check(schema: unknown, value: unknown): boolean;
  /** Checked values only: no defaults, no conversion, no cleaning. */
  decode(schema: unknown, value: unknown): unknown;
}

export const CURRENT: Library = {
  build: current.build,
  values: current.LIBRARY,
  check: (schema, value) => Value.Check(schema as TSchema, value),
  decode: (schema, value) => DecodeUnsafe({}, schema as TSchema, structuredClone(value)),
};

export const CLASSIC: Library = {
  build: classic.build,
  values: classic.LIBRARY,
  check: (schema, value) => ClassicValue.Check(schema as ClassicSchema, value),
  decode: (schema, value) => ClassicValue.Decode(schema as ClassicSchema, structuredClone(value)),
};

/** A TypeBox schema with inputs; `undefined` where TypeBox itself refuses to build or to run it. */
export function typeBoxCaseOf({ plan, seed }: TypeBoxCase, library: Library): Case | undefined {
  const draw = drawFrom(seed);
  try {
    if (library === CLASSIC && hasLooseKeys(plan)) return undefined;
    const schema = library.build(plan);
    const inputs = [...Array.from({ length: 6 }, () => inputFor(plan, draw, 4, library.values)), sampleAny(draw)].filter(
      (input) => input !== undefined,
    );
    const verdicts = inputs.map((input) => library.check(schema, input));
    const pure = isPure(plan);
    // what JSON lacks may not stand where anything may
    const values = inputs.filter((input, index) => verdicts[index] === true && (isJson(input) || !isOpen(plan)));
    for (const value of values) library.decode(schema, value);
    return {
      schema: () => library.build(plan),
      values,
      others: inputs.filter((_, index) => verdicts[index] === false),
      // what is decoded by no codec stays as it is; the library's own copying drops keys such as __proto__
      expected: (value) => (pure ? value : library.decode(schema, value)),
      accepts: (output) => (pure ? library.check(schema, output) : undefined),
      narrows: { close: true, keep: false },
      dialect: 'typebox',
    };
  } catch {
    return undefined;
  }
}

/**
 * TypeBox 0.34 checks the keys of a closed intersection by a pattern that it makes of the names as they are: `.` stands for any character,
 * and where no property is declared it takes `""`. Such values are in no JSON Schema of it.
 */
function hasLooseKeys(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  const { kind, closed, left, right } = part as Record<string, unknown>;
  if (kind === 'intersect' && closed === true) {
    const names = [left, right].flatMap((each) =>
      ((each as { fields?: readonly (readonly unknown[])[] }).fields ?? []).map(([name]) => String(name)),
    );
    if (names.length === 0 || names.some((name) => /[^\w]/.test(name))) return true;
  }
  return Object.values(part).some(hasLooseKeys);
}

/** Whether values of any kind may stand somewhere in it. */
function isOpen(plan: Plan): boolean {
  return /"leaf":"(any|unknown|not)"|"closed":false|"keys":"(number|pattern|literals)"|"kind":"tree"/.test(JSON.stringify(plan));
}
