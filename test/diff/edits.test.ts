import { afterAll, describe, test } from 'vitest';
import type { z } from 'zod';
import type { Compiled } from '../../src/compiled.js';
import { diff } from '../../src/diff/index.js';
import { compile, SchemaError } from '../../src/index.js';
import type { Json } from '../../src/ir/json.js';
import { drawFrom } from '../support/draw.js';
import { edited } from '../support/edit.js';
import { editedPlan, type PlanEdits } from '../support/edit-plan.js';
import { sampleAny } from '../support/generate/instance/any.js';
import { samples } from '../support/generate/instance/index.js';
import { schemaCase } from '../support/generate/json-schema/index.js';
import { CLASSIC, CURRENT, type TypeBoxCase, typeBoxCase, typeBoxCaseOf } from '../support/generate/typebox/index.js';
import { LEAVES } from '../support/generate/typebox/plan.js';
import { type ZodCase, zodCase, zodCaseOf } from '../support/generate/zod/index.js';
import { inputFor } from '../support/generate/zod/input.js';
import { LEAF_NAMES } from '../support/generate/zod/leaves.js';
import { WRAPPERS } from '../support/generate/zod/plan.js';
import { mutate } from '../support/mutate.js';
import { check } from '../support/seed.js';
import { type Dialect, validatorFor } from '../support/validator.js';
import { checkVerdicts, type Judged, type Tally, tally } from '../support/verdicts.js';

const count = tally();
let edits = 0;

function judged(schema: Json, dialect: Dialect, others: readonly Json[], seed: number): Judged | undefined {
  const accepts = validatorFor(schema, dialect);
  const compiled = attempt(schema);
  if (!accepts || !compiled) return undefined;
  const draw = drawFrom(seed);
  const own = samples(schema, draw, 12);
  const values = [...own, ...others, ...own.map((value) => mutate(value, draw)), sampleAny(draw)];
  return { compiled, accepts, values };
}

function attempt(schema: unknown): Compiled | undefined {
  try {
    return compile<unknown>(schema);
  } catch (error) {
    if (error instanceof SchemaError) return undefined;
    throw error;
  }
}

describe('generated edits of JSON Schemas: every verdict agrees with Ajv', () => {
  test.each([true, false])('explicit: %s', (explicit) => {
    check(schemaCase({ explicit, depth: 2 }), 200, ({ schema, dialect, seed }) => {
      const draw = drawFrom(seed);
      const next = edited(schema as Json, draw);
      const mixed = [...samples(schema as Json, draw, 4), ...samples(next, draw, 4)];
      const before = judged(schema as Json, dialect, mixed, seed);
      const after = judged(next, dialect, mixed, seed + 1);
      if (!before || !after) return;
      edits++;
      checkVerdicts(before, after, diff(before.compiled, after.compiled), count);
    });
  });

  afterAll(() => report('JSON Schemas', count, edits));
});

/** Functions of plans have the same text and nothing from outside it. */
const sameCode = (one: unknown, other: unknown) => String(one) === String(other);

describe('generated edits of Zod schemas: every verdict agrees with Zod', () => {
  const zod = tally();
  let pairs = 0;
  const edits: PlanEdits = {
    leaves: [...LEAF_NAMES.map((leaf) => ({ kind: 'leaf', leaf })), { kind: 'enum', values: ['red', 'Green'] }],
    choices: {
      mode: ['strip', 'strict', 'loose', 'catchall'],
      min: [0, 1, 2],
      max: [2, 3, 5],
      by: WRAPPERS,
      keys: ['string', 'enum', 'partial', 'number', 'pattern', 'loose'],
    },
    wrap: (inner, draw) => ({ kind: 'wrapped', by: draw.pick(WRAPPERS), inner }),
  };
  const judgedZod = (one: ZodCase, others: readonly unknown[]): Judged | undefined => {
    const made = zodCaseOf(one);
    const schema = made?.schema() as z.ZodType | undefined;
    const compiled = schema && attempt(schema);
    if (!made || !compiled) return undefined;
    return { compiled, accepts: (value) => verdictOf(schema, value), values: [...made.values, ...others] };
  };

  test('each', () => {
    check(zodCase(2), 200, ({ plan, seed }) => {
      const next = editedPlan(plan, drawFrom(seed), edits);
      const draw = drawFrom(seed + 1);
      const mixed = Array.from({ length: 6 }, (_, index) => inputFor(index % 2 ? plan : next, draw, 4));
      const before = judgedZod({ plan, seed }, mixed);
      const after = judgedZod({ plan: next, seed }, mixed);
      if (!before || !after) return;
      pairs++;
      checkVerdicts(before, after, diff(before.compiled, after.compiled, { sameCode }), zod);
    });
  });

  afterAll(() => report('Zod schemas', zod, pairs));
});

describe.each([
  ['typebox', CURRENT],
  ['@sinclair/typebox', CLASSIC],
] as const)('generated edits of schemas of %s: every verdict agrees with the library', (name, library) => {
  const typebox = tally();
  let pairs = 0;
  const edits: PlanEdits = {
    leaves: LEAVES.map((leaf) => ({ kind: 'leaf', leaf })),
    choices: { closed: [true, false], min: [0, 1, 2], keys: ['string', 'number', 'literals', 'pattern'] },
    wrap: (inner, draw) =>
      draw.pick([
        { kind: 'array', item: inner, min: 0 },
        { kind: 'union', options: [inner, { kind: 'leaf', leaf: 'null' }] },
        { kind: 'codec', inner },
      ]),
  };
  const judgedTypeBox = (one: TypeBoxCase, others: readonly unknown[]): Judged | undefined => {
    const made = typeBoxCaseOf(one, library);
    const schema = made?.schema();
    const compiled = made && attempt(schema);
    if (!made || !compiled) return undefined;
    return { compiled, accepts: (value) => library.check(schema, value), values: [...made.values, ...others] };
  };

  test('each', () => {
    check(typeBoxCase(2), 200, ({ plan, seed }) => {
      const next = editedPlan(plan, drawFrom(seed), edits);
      const one = { plan, seed };
      const other = { plan: next, seed };
      const values = [...(typeBoxCaseOf(one, library)?.values ?? []), ...(typeBoxCaseOf(other, library)?.values ?? [])];
      const before = judgedTypeBox(one, values);
      const after = judgedTypeBox(other, values);
      if (!before || !after) return;
      pairs++;
      checkVerdicts(before, after, diff(before.compiled, after.compiled, { sameCode }), typebox);
    });
  });

  afterAll(() => report(name, typebox, pairs));
});

function verdictOf(schema: z.ZodType, value: unknown): boolean | undefined {
  try {
    return schema.safeParse(value).success;
  } catch {
    return undefined;
  }
}

function report(what: string, { compatible, breaks, undecided, values, reasons }: Tally, pairs: number): void {
  const most = [...reasons].sort((a, b) => b[1] - a[1]).slice(0, 8);
  console.log(
    `${pairs} edits of ${what}, both directions: ${compatible} compatible (${values} values tried), ${breaks} break, ${undecided} undecided: ${most.map(([reason, times]) => `${times} × ${reason}`).join('; ')}`,
  );
}
