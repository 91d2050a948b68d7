import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Compiled, CompileOptions } from '../../src/compiled.js';
import { claude, compileRequest, defineTool, SchemaError } from '../../src/index.js';
import { measureOf } from '../../src/plan/spend.js';
import { type Case, compiled, text } from '../support/case.js';
import { generatedCase } from '../support/cases.js';
import { schemaCase } from '../support/generate/json-schema/index.js';
import { wideCase } from '../support/generate/json-schema/wide.js';
import { CURRENT, typeBoxCase, typeBoxCaseOf } from '../support/generate/typebox/index.js';
import { zodCase, zodCaseOf } from '../support/generate/zod/index.js';
import { jsonCopy, same } from '../support/same.js';
import { check } from '../support/seed.js';
import { type Validator, validatorFor } from '../support/validator.js';

const PATIENCE = 300_000;
const { optional, union, strictTools } = claude.limits;

const member: fc.Arbitrary<Case | undefined> = fc.oneof(
  { arbitrary: wideCase.map((made) => generatedCase(made, true)), weight: 3 },
  { arbitrary: schemaCase().map((made) => generatedCase(made)), weight: 1 },
  { arbitrary: zodCase().map(zodCaseOf), weight: 2 },
  { arbitrary: typeBoxCase().map((made) => typeBoxCaseOf(made, CURRENT)), weight: 1 },
);

interface Asked {
  readonly output: Case | undefined;
  readonly tools: readonly Case[];
}

/** Requests of schemas that compile by themselves. */
const request: fc.Arbitrary<Asked> = fc.tuple(fc.option(member), fc.array(member, { maxLength: 24 })).map(([output, tools]) => ({
  output: output && isCompilable(output) ? output : undefined,
  tools: tools.filter((tool): tool is Case => tool !== undefined && isCompilable(tool, { mode: 'tool' })),
}));

function isCompilable(one: Case, options: CompileOptions = {}): boolean {
  return one.values.length > 0 && compiled(one, options) !== undefined;
}

function parts({ output, tools }: Asked) {
  return {
    ...(output && { output: output.schema() }),
    tools: tools.map((tool, index) => defineTool({ name: `t${index}`, input: tool.schema() })),
  };
}

describe('any request', () => {
  test('fits, and all that its schemas admit goes round', { timeout: PATIENCE }, () => {
    check(request, 60, (asked) => {
      const { params, spend, output, tools, demoted } = compileRequest(parts(asked));
      const sent = (params.tools ?? []) as unknown as readonly { readonly strict?: boolean; readonly input_schema: never }[];
      const schema = (params.output_config as unknown as { readonly format: { readonly schema: never } } | undefined)?.format
        .schema;
      const wires = [...(schema ? [schema] : []), ...sent.filter((tool) => tool.strict).map((tool) => tool.input_schema)];
      const total = (key: 'optional' | 'union') => wires.map(measureOf).reduce((sum, measure) => sum + measure[key], 0);
      expect(total('optional')).toBe(spend.optional);
      expect(total('union')).toBe(spend.union);
      expect(spend.optional).toBeLessThanOrEqual(claude.limits.advisedOptional.value);
      expect(spend.union).toBeLessThanOrEqual(union.value);
      expect(spend.strictTools).toBe(Math.min(strictTools.value, asked.tools.length));
      expect(demoted).toHaveLength(Math.max(0, asked.tools.length - strictTools.value));
      if (asked.output) goesRound(asked.output, output as unknown as Compiled);
      for (const [index, tool] of asked.tools.entries())
        goesRound(tool, (tools as Record<string, Compiled>)[`t${index}`] as Compiled);
    });
  });

  test('gets the same plan again', { timeout: PATIENCE }, () => {
    check(request, 30, (asked) => {
      const [one, other] = [compileRequest(parts(asked)), compileRequest(parts(asked))];
      expect(JSON.stringify(other.plan)).toBe(JSON.stringify(one.plan));
      expect(other.fingerprint).toBe(one.fingerprint);
      // Following its own plan changes nothing.
      expect(compileRequest({ ...parts(asked), plan: one.plan }).plan).toEqual(one.plan);
    });
  });
});

/** Laws 3 and 4 for a schema as it travels in the request. */
function goesRound(one: Case, compiled: Compiled): void {
  const validate = validatorFor(compiled.wire, '2020') as Validator;
  for (const value of one.values) {
    const wire = encoded(compiled, value);
    if (wire === undefined) continue;
    if (validate(jsonCopy(wire)) !== true) throw new Error(`not valid on the wire: ${text(value)} as ${text(wire)}`);
    const back = compiled.decode(jsonCopy(wire));
    if (back.issues || !same(back.value, one.expected(value)))
      throw new Error(`${text(value)} as ${text(wire)} came back as ${text(back.issues ?? back.value)}`);
  }
}

/** Undefined where the schema by itself can't say the value either. */
function encoded(compiled: Compiled, value: unknown) {
  try {
    return compiled.encode(value);
  } catch (error) {
    if (
      (error as { issues?: readonly { narrowedBy?: string; code: string }[] }).issues?.every(
        ({ narrowedBy, code }) => narrowedBy !== undefined || code === 'not-json',
      )
    )
      return undefined;
    throw error;
  }
}

describe('one more property', () => {
  const changes = { fields: 0, changed: 0, followed: 0 };
  afterAll(() => {
    const share = (count: number) => `${((100 * count) / changes.fields).toFixed(2)} %`;
    console.log(
      `one property more: ${share(changes.changed)} of ${changes.fields} other places travel otherwise; ${share(changes.followed)} when the plan is followed`,
    );
  });

  const sizes = fc.record({
    tools: fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 20 }),
    at: fc.nat(),
    place: fc.nat(),
  });
  const object = (count: number, extra?: number) => {
    const names = Array.from({ length: count }, (_, index) => `p${index}`);
    if (extra !== undefined) names.splice(extra % (count + 1), 0, 'added');
    return {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
      additionalProperties: false,
    };
  };

  test('changes little; with the plan nothing', { timeout: PATIENCE }, () => {
    check(sizes, 150, ({ tools, at, place }) => {
      const made = (extra: boolean) =>
        tools.map((count, index) => ({
          name: `t${index}`,
          input: object(count, extra && index === at % tools.length ? place : undefined),
        }));
      const before = compileRequest({ tools: made(false) }).plan;
      const after = compileRequest({ tools: made(true) }).plan;
      const followed = compileRequest({ tools: made(true), plan: before }).plan;
      for (const [name, { encode }] of Object.entries(before.tools))
        for (const [path, encoding] of Object.entries(encode)) {
          changes.fields++;
          if (after.tools[name]?.encode[path] !== encoding) changes.changed++;
          if (followed.tools[name]?.encode[path] !== encoding) changes.followed++;
        }
    });
    // One property takes at most one slot of another, which takes one of a third.
    expect(changes.changed / changes.fields).toBeLessThan(0.05);
    expect(changes.followed).toBe(0);
  });
});

test('limits that nothing can meet are said, never passed over', { timeout: PATIENCE }, () => {
  const pinned = fc.record({ optionals: fc.integer({ min: 0, max: 40 }), unions: fc.integer({ min: 0, max: 30 }) });
  check(pinned, 60, ({ optionals, unions }) => {
    const properties = Object.fromEntries([
      ...Array.from({ length: optionals }, (_, index) => [`o${index}`, { type: 'string', 'x-bascule': { encode: 'optional' } }]),
      ...Array.from({ length: unions }, (_, index) => [
        `u${index}`,
        { type: ['string', 'null'], 'x-bascule': { encode: 'bare' } },
      ]),
    ]);
    const required = Array.from({ length: unions }, (_, index) => `u${index}`);
    const asked = { output: { type: 'object', properties, required, additionalProperties: false } };
    const fits = optionals <= optional.value && unions <= union.value;
    if (fits) expect(compileRequest(asked).spend).toMatchObject({ optional: optionals, union: unions });
    else expect(() => compileRequest(asked)).toThrow(SchemaError);
  });
});
