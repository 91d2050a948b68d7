import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { claude, compile, compileRequest, defineTool } from '../../src/index.js';
import { measureOf } from '../../src/plan/spend.js';
import { validatorFor } from '../support/validator.js';
import { manyTools, optionals } from './requests.js';

const PATIENCE = 300_000;

function entriesIn(encode: { readonly [path: string]: unknown } = {}): readonly string[] {
  return Object.keys(encode).filter((path) => encode[path] === 'entries');
}

describe('properties that share a list, in a request', () => {
  test('45 tools with 465 optionals: the same each time, all within the limits, every input goes round', {
    timeout: PATIENCE,
  }, () => {
    const asked = { output: optionals(30, 'out'), tools: manyTools() };
    const { params, plan, spend, tools, output, fingerprint } = compileRequest(asked);
    const again = compileRequest({ output: optionals(30, 'out'), tools: manyTools() });
    expect(JSON.stringify(again.plan)).toBe(JSON.stringify(plan));
    expect(JSON.stringify(again.params)).toBe(JSON.stringify(params));
    expect(again.fingerprint).toBe(fingerprint);
    expect(spend.optional).toBeLessThanOrEqual(claude.limits.advisedOptional.value);
    expect(spend.union).toBeLessThanOrEqual(claude.limits.union.value);
    const grouped = Object.values(plan.tools).filter(({ encode }) => entriesIn(encode).length > 0);
    expect(grouped.length).toBeGreaterThan(10);
    for (const { encode } of grouped) expect(entriesIn(encode).length).toBeGreaterThan(1);
    for (const [name, tool] of Object.entries(tools)) {
      const index = name.slice('tool_'.length);
      const value = { [`t${index}_0`]: 'first', [`t${index}_9`]: 'last' };
      const wire = (tool as typeof output).encode(value);
      expect(validatorFor(tool.wire, '2020')?.(JSON.parse(JSON.stringify(wire)))).toBe(true);
      expect(tool.decode(wire)).toEqual({ value, repairs: [] });
    }
  });

  test('a plan kept in a file is followed; one more property leaves all others as they were', () => {
    const made = (extra: object = {}) => ({
      output: z.object({ ...optionals(50, 'out').shape, ...extra }),
      tools: [defineTool({ name: 'find', input: z.object({ ...optionals(20, 'find').shape, ...extra }) })],
    });
    const before = compileRequest(made());
    const kept = JSON.parse(JSON.stringify(before.plan));
    expect(entriesIn(kept.output.encode).length).toBeGreaterThan(10);
    expect(JSON.stringify(compileRequest({ ...made(), plan: kept }).params)).toBe(JSON.stringify(before.params));
    const after = compileRequest({ ...made({ added: z.string().optional() }), plan: kept });
    for (const [path, encoding] of Object.entries(kept.output.encode))
      expect([path, after.plan.output?.encode[path]]).toEqual([path, encoding]);
    for (const [path, encoding] of Object.entries(kept.tools.find.encode))
      expect([path, after.plan.tools.find?.encode[path]]).toEqual([path, encoding]);
  });

  test('a plan that was made before there were such lists is followed too', () => {
    const schema = optionals(60, 'k');
    const old = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `/properties/k${index}`,
        index < 10 ? 'optional' : index < 26 ? 'nullable' : 'list',
      ]),
    ) as { [path: string]: 'optional' | 'nullable' | 'list' };
    const { plan } = compileRequest({ output: schema, plan: { output: { encode: old } } });
    expect(plan.output?.encode).toEqual(old);
  });

  test('a plan whose list has lost all members but one is still followed', () => {
    const schema = z.object({ a: z.string().optional(), b: z.string().optional() });
    const plan = { output: { encode: { '/properties/a': 'entries' } } } as const;
    expect(compileRequest({ output: schema, plan }).plan.output?.encode).toMatchObject({ '/properties/a': 'entries' });
  });

  test('pins of the request, of the schema, of a tool', () => {
    const schema = z.object({
      a: z.string().optional(),
      b: z.string().optional(),
      c: z
        .string()
        .optional()
        .meta({ bascule: { encode: 'entries' } }),
    });
    const { output, plan, tools } = compileRequest({
      output: schema,
      tools: [defineTool({ name: 'find', input: optionals(3) })],
      pins: {
        output: { encode: { '/properties/a': 'entries' } },
        tools: { find: { encode: { '/properties/field0': 'entries', '/properties/field2': 'entries' } } },
      },
    });
    expect(plan.output?.encode).toEqual({ '/properties/a': 'entries', '/properties/b': 'optional', '/properties/c': 'entries' });
    expect(output.encode({ a: 'x', c: 'z' })).toEqual({
      more: [
        { key: 'a', value: 'x' },
        { key: 'c', value: 'z' },
      ],
    });
    expect(tools.find.encode({ field2: 'x' })).toEqual({ more: [{ key: 'field2', value: 'x' }] });
  });

  test('a pin that can not be kept is answered with its place in the request', () => {
    const { diagnostics } = compileRequest({
      output: z.object({ a: z.object({ b: z.string() }).optional() }),
      pins: { output: { encode: { '/properties/a': 'entries' } } },
    });
    expect(diagnostics).toMatchObject([{ code: 'pin-not-kept', path: '/output/properties/a' }]);
  });

  test('unions that share a list are paid for once over all members of a request', () => {
    const nullish = (prefix: string) => optionals(40, prefix, () => z.string().nullable());
    const { spend, params, plan } = compileRequest({
      output: nullish('out'),
      tools: [defineTool({ name: 'one', input: nullish('one') }), defineTool({ name: 'two', input: nullish('two') })],
    });
    const wires = [
      (params.output_config as unknown as { format: { schema: never } }).format.schema,
      ...(params.tools as unknown as { input_schema: never }[]).map((tool) => tool.input_schema),
    ];
    expect(wires.map(measureOf).reduce((sum, { union }) => sum + union, 0)).toBe(spend.union);
    expect(spend.union).toBeLessThanOrEqual(claude.limits.union.value);
    const encodings = [plan.output, plan.tools.one, plan.tools.two].flatMap((member) => Object.values(member?.encode ?? {}));
    const shared = encodings.filter((encoding) => String(encoding) === 'entries,bare').length;
    expect(shared).toBeGreaterThan(90);
  });

  test('what fits anyway is what `compile` sends', () => {
    const schema = optionals(8);
    expect(JSON.stringify((compileRequest({ output: schema }).output as unknown as { wire: unknown }).wire)).toBe(
      JSON.stringify(compile(schema).wire),
    );
  });
});
