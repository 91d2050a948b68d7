import type fc from 'fast-check';
import { test } from 'vitest';
import type { Compiled } from '../../../src/compiled.js';
import { EncodeError } from '../../../src/index.js';
import type { Json } from '../../../src/ir/json.js';
import { type Case, compiled } from '../../support/case.js';
import { generatedCase } from '../../support/cases.js';
import { type Draw, drawFrom } from '../../support/draw.js';
import { sampleAny } from '../../support/generate/instance/any.js';
import { samples } from '../../support/generate/instance/index.js';
import { schemaCase } from '../../support/generate/json-schema/index.js';
import { wideCase } from '../../support/generate/json-schema/wide.js';
import { CLASSIC, CURRENT, typeBoxCase, typeBoxCaseOf } from '../../support/generate/typebox/index.js';
import { zodCase, zodCaseOf } from '../../support/generate/zod/index.js';
import { mutate } from '../../support/mutate.js';
import { check } from '../../support/seed.js';

/** A test of what holds for compiled schemas of every dialect. */
export function forEveryDialect(
  times: number,
  law: (result: Compiled, wires: readonly Json[], draw: Draw, one: Case) => void,
): void {
  const holds = <Made extends { readonly seed: number }>(
    name: string,
    arbitrary: fc.Arbitrary<Made>,
    share: number,
    caseOf: (made: Made) => Case | undefined,
  ): void =>
    test(name, { timeout: 900_000 }, () =>
      check(arbitrary, Math.ceil(times * share), (made) => {
        const one = caseOf(made);
        // Whether it may be refused is for other tests.
        const result = one && compiled({ ...one, values: [] });
        if (!result) return;
        const draw = drawFrom(made.seed + 1);
        law(result, wiresOf(one, result, draw), draw, one);
      }),
    );
  holds('JSON Schema', schemaCase(), 1, (made) => generatedCase(made));
  holds('JSON Schema beyond the budget', wideCase, 0.2, (made) => generatedCase(made, true));
  holds('Zod', zodCase(), 1, zodCaseOf);
  holds('TypeBox 1', typeBoxCase(), 0.5, (made) => typeBoxCaseOf(made, CURRENT));
  holds('TypeBox 0.34', typeBoxCase(), 0.5, (made) => typeBoxCaseOf(made, CLASSIC));
}

/** Answers: such as the schema asks for, and such with something changed. */
function wiresOf(one: Case, result: Compiled, draw: Draw): Json[] {
  const right = [...one.values.flatMap((value) => encoded(result, value)), ...samples(result.wire as Json, draw, 6)].slice(0, 9);
  return [...right, ...right.flatMap((wire) => [mutate(wire, draw), mutate(wire, draw), mutate(wire, draw)]), sampleAny(draw)];
}

/** Whether it can be said is for other tests. */
function encoded(result: Compiled, value: unknown): Json[] {
  try {
    return [result.encode(value)];
  } catch (error) {
    if (error instanceof EncodeError) return [];
    throw error;
  }
}
