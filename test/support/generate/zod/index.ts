import type { z } from 'zod';
import type { Case } from '../../case.js';
import { drawFrom } from '../../draw.js';
import { same } from '../../same.js';
import { sampleAny } from '../instance/any.js';
import { type ZodCase, zodCase } from './arbitrary.js';
import { build } from './build.js';
import { inputFor } from './input.js';
import { leafNamed } from './leaves.js';
import { narrowsOf } from './narrows.js';
import { isPure, type Plan } from './plan.js';

export { type ZodCase, zodCase };

/** A Zod schema with inputs; `undefined` where Zod itself refuses to build or to run it. */
export function zodCaseOf({ plan, seed }: ZodCase): Case | undefined {
  let schema: z.ZodType;
  try {
    schema = build(plan);
    schema.safeParse(undefined);
    if (readsInherited(plan)) return undefined;
  } catch {
    return undefined;
  }
  const draw = drawFrom(seed);
  const inputs = [...Array.from({ length: 6 }, () => inputFor(plan, draw, 4)), sampleAny(draw)].filter(
    (input) => input !== undefined,
  );
  const verdicts = inputs.map((input) => admits(schema, input));
  return {
    ...zodSchemaCase(
      () => build(plan),
      [],
      isPure(plan, (leaf) => leafNamed(leaf).pure),
    ),
    narrows: narrowsOf(plan),
    values: inputs.filter((_, index) => verdicts[index] === true),
    others: inputs.filter((_, index) => verdicts[index] === false),
  };
}

/** A case of a schema written by hand. */
export function zodSchemaCase(make: () => z.ZodType, values: readonly unknown[], pure: boolean): Case {
  const schema = make();
  return {
    schema: make,
    values,
    others: [],
    expected: (value) => schema.parse(value),
    accepts: (output) => {
      if (!pure) return undefined;
      const again = schema.safeParse(output);
      return again.success && same(again.data, output);
    },
    narrows: { close: true, keep: true },
    dialect: 'zod',
  };
}

/** Where a property like `hasOwnProperty` may be absent, Zod reads what every object inherits in its place, and rejects it. */
function readsInherited(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  const [name, plan] = Array.isArray(part) ? (part as unknown[]) : [];
  if (typeof name === 'string' && name in Object.prototype && typeof plan === 'object')
    if (admits(build(plan as Plan), undefined) !== false) return true;
  return Object.values(part).some(readsInherited);
}

/** User code that throws is no verdict. */
function admits(schema: z.ZodType, input: unknown): boolean | undefined {
  try {
    return schema.safeParse(input).success;
  } catch {
    return undefined;
  }
}
