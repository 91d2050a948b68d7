import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { claude, compile, compileRequest, defineTool, SchemaError } from '../../src/index.js';
import { measureOf } from '../../src/plan/spend.js';
import { manyTools, nested, optionals, options, properties } from './requests.js';

/** What the schemas of a request spend, counted anew from what is sent. */
function sent(params: { readonly output_config?: unknown; readonly tools?: unknown }) {
  const { format } = (params.output_config ?? {}) as { format?: { schema: never } };
  const tools = (params.tools ?? []) as readonly { strict?: boolean; input_schema: never }[];
  const strict = tools.filter((tool) => tool.strict);
  const measures = [...(format ? [format.schema] : []), ...strict.map((tool) => tool.input_schema)].map(measureOf);
  const sum = (key: 'optional' | 'union') => measures.reduce((total, measure) => total + measure[key], 0);
  return { optional: sum('optional'), union: sum('union'), strictTools: strict.length };
}

interface Codes {
  encode(value: unknown): unknown;
  decode(wire: unknown): { readonly value?: unknown };
}

function goesRound(compiled: Codes, values: readonly unknown[]): void {
  for (const value of values) expect(compiled.decode(compiled.encode(value)).value).toEqual(value);
}

describe('requests that fail today fit, and every value can still be said', () => {
  test('60 optionals in one schema', () => {
    const { params, output, spend } = compileRequest({ output: optionals(60) });
    expect(sent(params)).toEqual({ optional: 10, union: 16, strictTools: 0 });
    expect(spend).toMatchObject({ optional: 10, union: 16, asked: { optional: 60, union: 0 } });
    goesRound(output, [
      {},
      { field0: 'a', field30: 'b', field59: 'c' },
      Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`field${i}`, ''])),
    ]);
  });

  test('30 nullable objects', () => {
    const { params, output } = compileRequest({ output: properties(30, () => z.object({ a: z.string() }).nullable()) });
    expect(sent(params)).toEqual({ optional: 0, union: 16, strictTools: 0 });
    const value = (at: number) => Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`p${i}`, i % at ? null : { a: 'x' }]));
    goesRound(output, [value(1), value(2), value(3), value(31)]);
  });

  test('45 tools with 465 optionals together, and an output', () => {
    const tools = manyTools();
    const { params, spend, demoted, tools: compiled, diagnostics } = compileRequest({ output: optionals(30), tools });
    expect(sent(params)).toEqual({ optional: 10, union: 16, strictTools: 20 });
    expect(spend.asked.strictTools).toBe(45);
    expect(demoted).toEqual(tools.slice(20).map(({ name }) => name));
    expect(diagnostics.filter(({ code }) => code === 'not-strict').map(({ path }) => path)).toEqual(
      demoted.map((name) => `/tools/${name}`),
    );
    for (const [index, { name }] of tools.entries()) {
      const key = `t${index}_9`;
      goesRound(compiled[name] as Codes, [{}, { [key]: 'x' }]);
    }
  });

  test('20 unions of objects', () => {
    const { params, output } = compileRequest({ output: properties(20, options) });
    expect(sent(params)).toMatchObject({ union: 16 });
    const value = (even: number) =>
      Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`p${i}`, i % 2 === even ? { [`a${i}`]: 'x' } : { [`b${i}`]: 1 }]));
    goesRound(output, [value(0), value(1)]);
  });

  test('five levels of parts that may be null', () => {
    const { params, output } = compileRequest({ output: nested() });
    expect(sent(params).union).toBeLessThanOrEqual(16);
    const leaf = { leaf: 'x' };
    const level = (below: unknown) => ({ left: below, right: null });
    goesRound(output, [level(null), level(level(level(level(level(leaf))))), { left: null, right: level(level(null)) }]);
  });
});

describe('what fits anyway is what compile gives', () => {
  const Small = z.object({ a: z.string().optional(), b: z.union([z.string(), z.number()]) });

  test('the very same compiled schemas, and the tools as they were given', () => {
    const tool = defineTool({ name: 'small', input: Small });
    const { output, params, tools, fingerprint } = compileRequest({ output: Small, tools: [tool] });
    expect(output).toBe(compile(Small));
    expect(tools.small).toBe(compile(Small, { mode: 'tool' }));
    expect(params.tools[0]).toBe(tool);
    expect(params.output_config.format.schema).toBe(compile(Small).wire);
    expect(fingerprint).not.toBe(compile(Small).fingerprint);
    expect(compileRequest({ output: Small }).fingerprint).toBe(compile(Small).fingerprint);
  });

  test('the same objects are planned once', () => {
    const tools = [defineTool({ name: 'small', input: Small })];
    expect(compileRequest({ output: Small, tools }).spend).toBe(compileRequest({ output: Small, tools }).spend);
  });

  test('a compiled schema and a generated module count as well', () => {
    const compiled = compile(optionals(12));
    expect(compileRequest({ output: compiled }).spend.optional).toBe(10);
    const {
      schema: _,
      options: __,
      ...rest
    } = { ...compiled, wire: compiled.wire, program: compiled.program, parse: compiled.parse };
    const fixed = compileRequest({ output: rest, tools: [defineTool({ name: 't', input: optionals(5) })] });
    expect(fixed.spend).toMatchObject({ optional: 12, union: 5 });
  });

  test('tools of the server, and plain tools that are not strict, pass through', () => {
    const search = { type: 'web_search_20250305', name: 'web_search' } as const;
    const plain = { name: 'plain', input_schema: { type: 'object', properties: { a: {} } } } as const;
    const { params, spend } = compileRequest({ output: Small, tools: [search, plain] });
    expect(params.tools).toEqual([search, plain]);
    expect(spend.members.map(({ tool, strict }) => [tool, strict])).toEqual([
      [undefined, true],
      ['plain', false],
    ]);
  });
});

describe('margins and pins', () => {
  test('without a margin the limits are used up', () =>
    expect(compileRequest({ output: optionals(30), margin: 0 }).spend).toMatchObject({ optional: 24, union: 6 }));

  test('by kind', () =>
    expect(compileRequest({ output: optionals(60), margin: { optional: 20, union: 10 } }).spend).toMatchObject({
      optional: 4,
      union: 6,
    }));

  test.each([-1, 0.5, Number.NaN])('a margin of %s is refused', (margin) =>
    expect(() => compileRequest({ output: optionals(3), margin })).toThrow(/The margin is/),
  );

  test('a pinned place stays, in the option and in the schema', () => {
    const Schema = optionals(40).extend({
      last: z.string().optional(),
      own: z
        .string()
        .meta({ bascule: { encode: 'optional' } })
        .optional(),
    });
    const { plan, output } = compileRequest({
      output: Schema,
      pins: { output: { encode: { '/properties/last': 'optional', '/properties/field0': 'list' } } },
    });
    expect(plan.output?.encode).toMatchObject({
      '/properties/last': 'optional',
      '/properties/own': 'optional',
      '/properties/field0': 'list',
    });
    expect((output.wire.required as string[]).includes('own')).toBe(false);
    expect(JSON.stringify(output.wire)).not.toContain('bascule');
  });

  test('a pinned tool is strict before others', () => {
    const tools = manyTools();
    const pinned = compileRequest({ tools, pins: { tools: { tool_44: { strict: true } } } });
    expect(pinned.demoted).toHaveLength(25);
    expect(pinned.demoted).not.toContain('tool_44');
    expect(pinned.demoted).toContain('tool_19');
    const Input = z.object({ a: z.string() }).meta({ bascule: { strict: false } });
    expect(compileRequest({ tools: [defineTool({ name: 'lax', input: Input })] }).spend.strictTools).toBe(0);
  });

  test('pins that name nothing are told', () => {
    const { diagnostics } = compileRequest({
      output: optionals(3),
      pins: { output: { encode: { '/properties/nope': 'list' } }, tools: { none: { strict: true } } },
    });
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['unknown-pin', '/tools/none'],
      ['unknown-pin', '/output/properties/nope'],
    ]);
  });

  test('pins that mean nothing are told', () => {
    const schema = z.object({
      a: z
        .string()
        .meta({ bascule: { encode: 'lsit' } })
        .optional(),
    });
    expect(compile(schema).diagnostics).toMatchObject([{ code: 'wrong-pin', path: '/properties/a' }]);
    expect(
      compile({ type: 'object', properties: { a: { type: 'string', 'x-bascule': 7 } }, additionalProperties: false }).diagnostics,
    ).toMatchObject([{ code: 'wrong-pin', path: '/properties/a' }]);
    expect(compile(z.object({ a: z.string().optional() }), { encode: { '/properties/a': 'lists' } }).diagnostics).toMatchObject([
      { code: 'pin-not-kept', path: '/properties/a' },
    ]);
  });
});

describe('what does not fit is said', () => {
  test('with what costs most, and the ways out', () => {
    const encode = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`/properties/field${index}`, 'optional' as const]),
    );
    try {
      compileRequest({ output: optionals(30), pins: { output: { encode } } });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(SchemaError);
      const [finding] = (error as SchemaError).diagnostics;
      expect(finding).toMatchObject({ code: 'request-too-large', severity: 'error', path: '' });
      expect(finding?.message).toMatch(
        /30 optional properties, 6 more than the 24 .* the output 30\. What costs most: \/output\/properties\/field0 \(1\)/,
      );
    }
  });

  test('more tools must be strict than there can be', () => {
    const tools = Array.from(
      { length: 21 },
      (_, index) => ({ name: `t${index}`, strict: true, input_schema: { type: 'object' } }) as const,
    );
    expect(() => compileRequest({ tools })).toThrow(/21 tools must be strict, and claude takes at most 20/);
  });

  test('the findings of all schemas, each at its place', () => {
    const bad = { $ref: 'https://example.com/schema' };
    try {
      compileRequest({
        output: bad,
        tools: [
          { name: 'a/b', input: z.string() },
          { name: 'ok', input: z.object({}) },
          { name: 'also', input: bad },
        ],
      });
      expect.unreachable();
    } catch (error) {
      expect((error as SchemaError).diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual([
        'external-ref /tools/also/$ref',
        'external-ref /output/$ref',
      ]);
    }
  });
});

describe('a plan that is kept', () => {
  test('is plain data, and followed', () => {
    const Before = optionals(40);
    const { plan } = compileRequest({ output: Before });
    const kept = JSON.parse(JSON.stringify(plan));
    expect(kept).toEqual(plan);
    // A property that comes first would take the slot of another one.
    const After = z.object({ first: z.string().optional(), ...Before.shape });
    const followed = compileRequest({ output: After, plan: kept }).plan.output?.encode ?? {};
    expect(Object.entries(plan.output?.encode ?? {}).filter(([path, encoding]) => followed[path] !== encoding)).toEqual([]);
    const free = compileRequest({ output: After }).plan.output?.encode ?? {};
    expect(
      Object.entries(plan.output?.encode ?? {}).filter(([path, encoding]) => free[path] !== encoding).length,
    ).toBeLessThanOrEqual(3);
  });

  test('keeps tools strict that were', () => {
    const tools = manyTools();
    const { plan } = compileRequest({ tools });
    const first = defineTool({ name: 'first', input: optionals(2) });
    const { demoted } = compileRequest({ tools: [first, ...tools], plan });
    expect(demoted).toEqual(['first', ...tools.slice(20).map(({ name }) => name)]);
  });
});

test('another target has other limits', () => {
  const limits = {
    ...claude.limits,
    optional: { ...claude.limits.optional, value: 3 },
    advisedOptional: { ...claude.limits.advisedOptional, value: 3 },
  };
  const { spend } = compileRequest({ output: optionals(6), target: { ...claude, name: 'small', limits } });
  expect(spend).toMatchObject({ optional: 3, union: 3, limits: { optional: 3 } });
});

test('examples are sent in the encoding of the plan', () => {
  const input = optionals(12);
  const tool = defineTool({
    name: 't',
    input,
    examples: [{ field0: 'x' }],
    run: ({ field0 }) => String(field0),
    approve: () => true,
  });
  const { params } = compileRequest({ tools: [tool] });
  const [sentTool] = params.tools as unknown as [typeof tool];
  expect(sentTool.input_examples).toEqual([{ field0: 'x', field10: null, field11: null }]);
  expect(sentTool.parse(sentTool.input_examples?.[0])).toEqual({ field0: 'x' });
  expect(sentTool.input).toBe(input);
  expect(typeof sentTool.approve).toBe('function');
});
