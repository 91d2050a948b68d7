import { afterAll, describe, test } from 'vitest';
import type { Compiled } from '../../src/compiled.js';
import { diff } from '../../src/diff/index.js';
import { compile, SchemaError } from '../../src/index.js';
import type { Json } from '../../src/ir/json.js';
import { drawFrom } from '../support/draw.js';
import { edited } from '../support/edit.js';
import { sampleAny } from '../support/generate/instance/any.js';
import { samples } from '../support/generate/instance/index.js';
import { schemaCase } from '../support/generate/json-schema/index.js';
import { mutate } from '../support/mutate.js';
import { check, runs } from '../support/seed.js';
import { type Dialect, validatorFor } from '../support/validator.js';
import { checkVerdicts, type Judged, tally } from '../support/verdicts.js';

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

function attempt(schema: Json): Compiled | undefined {
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

  afterAll(() => {
    const reasons = [...count.reasons].sort((a, b) => b[1] - a[1]).slice(0, 8);
    console.log(
      `${edits} of ${runs(400)} edits of JSON Schemas, both directions: ${count.compatible} compatible (${count.values} values tried), ${count.breaks} break, ${count.undecided} undecided: ${reasons.map(([reason, times]) => `${times} × ${reason}`).join('; ')}`,
    );
  });
});
