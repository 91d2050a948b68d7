import Anthropic from '@anthropic-ai/sdk';
import { betaZodTool } from '@anthropic-ai/sdk/helpers/beta/zod';
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import { transformJSONSchema } from '@anthropic-ai/sdk/lib/transform-json-schema';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Mode } from '../../src/compiled.js';
import { compile, SchemaError } from '../../src/index.js';
import { validatorFor } from '../support/validator.js';
import { schemaFits } from './fits.js';

/** What the SDK makes of a schema: what it sends, or what it throws. */
function sdk(schema: z.ZodType): {
  readonly schema?: Record<string, unknown>;
  readonly parse?: (text: string) => unknown;
  readonly thrown?: string;
} {
  try {
    const format = zodOutputFormat(schema);
    return { schema: format.schema as Record<string, unknown>, parse: format.parse };
  } catch (error) {
    return { thrown: (error as Error).message };
  }
}

function sdkJson(schema: object): Record<string, unknown> {
  return transformJSONSchema(schema as never) as Record<string, unknown>;
}

function taken(schema: unknown, mode: Mode = 'output'): boolean {
  try {
    schemaFits(JSON.parse(JSON.stringify(schema)) as never, mode);
    return true;
  } catch {
    return false;
  }
}

/** The bascule column: the wire fits, every value goes round. */
function goesRound(
  schema: unknown,
  values: readonly unknown[],
  expected: (value: unknown) => unknown = (value) => value,
  mode: Mode = 'output',
): void {
  const compiled = compile<unknown>(schema, { mode });
  schemaFits(compiled.wire, mode, compiled.spend);
  const admits = validatorFor(compiled.wire, '2020');
  for (const value of values) {
    const wire = compiled.encode(value);
    expect(admits?.(wire), JSON.stringify(wire)).toBe(true);
    expect(compiled.decode(wire)).toEqual({ value: expected(value), repairs: [] });
    expect(compiled.parse(JSON.stringify(wire))).toEqual({ value: expected(value), repairs: [] });
  }
}

describe('z.record(z.string(), z.number())', () => {
  const schema = z.record(z.string(), z.number());
  test('the SDK sends a closed empty object, and {} parses', () => {
    const { schema: sent, parse } = sdk(schema);
    expect(sent).toMatchObject({ type: 'object', properties: {}, additionalProperties: false });
    expect(parse?.('{}')).toEqual({});
    expect(validatorFor(sent, '2020')?.({ apples: 3 })).toBe(false);
  });
  test('bascule: a list of key and value, lifted back to a record', () => {
    goesRound(schema, [{}, { apples: 3, 'a b/ñ': 0 }]);
    expect(JSON.stringify(compile(schema).wire)).toMatch(/"key".*"value"/);
  });
});

describe('what JSON Schema or the API lacks', () => {
  const cases: Record<string, { schema: z.ZodType; value: unknown; sdkThrows: boolean }> = {
    'z.tuple': { schema: z.object({ point: z.tuple([z.number(), z.string()]) }), value: { point: [1, 'a'] }, sdkThrows: false },
    'z.any': { schema: z.object({ any: z.any() }), value: { any: { deep: [1, null] } }, sdkThrows: true },
    'z.unknown': { schema: z.object({ some: z.unknown() }), value: { some: 'text' }, sdkThrows: true },
    'z.date': { schema: z.object({ at: z.date() }), value: { at: new Date('2024-02-29T12:00:00.000Z') }, sdkThrows: true },
    'z.bigint': { schema: z.object({ id: z.bigint() }), value: { id: 2n ** 64n }, sdkThrows: true },
    'z.map': { schema: z.object({ map: z.map(z.string(), z.number()) }), value: { map: new Map([['a', 1]]) }, sdkThrows: true },
    'z.set': { schema: z.object({ set: z.set(z.string()) }), value: { set: new Set(['a', 'b']) }, sdkThrows: true },
  };
  for (const [name, { schema, value, sdkThrows }] of Object.entries(cases)) {
    test(`${name}: the SDK throws without a path, or sends what the API refuses`, () => {
      const { schema: sent, thrown } = sdk(schema);
      if (sdkThrows) expect(thrown).toBeDefined();
      else expect(thrown !== undefined || !taken(sent)).toBe(true);
      expect(thrown ?? '').not.toMatch(/point|\/properties/);
    });
    test(`${name}: bascule takes it`, () => goesRound(schema, [value]));
  }

  const codec = z.object({
    at: z.codec(z.iso.datetime(), z.date(), { decode: (text) => new Date(text), encode: (date) => date.toISOString() }),
  });
  test('codecs: the SDK throws', () => expect(sdk(codec).thrown).toBeDefined());
  test('codecs: bascule sends the input and lifts it', () => {
    goesRound(codec, [{ at: '2024-02-29T12:00:00.000Z' }], (value) => codec.parse(value));
  });
});

describe('a recursive schema', () => {
  const node: z.ZodType = z.object({
    name: z.string(),
    get children() {
      return z.array(node);
    },
  });
  test('the SDK sends a reference to itself, which the API answers with 400', () => {
    const { schema: sent } = sdk(node);
    expect(JSON.stringify(sent)).toContain('"$ref":"#"');
    expect(taken(sent)).toBe(false);
  });
  test('bascule: a table of nodes, lifted back to the tree', () => {
    goesRound(node, [
      { name: 'a', children: [] },
      {
        name: 'a',
        children: [
          { name: 'b', children: [{ name: 'c', children: [] }] },
          { name: 'd', children: [] },
        ],
      },
    ]);
    expect(JSON.stringify(compile(node).wire)).toMatch(/"root".*"nodes"/);
  });
});

describe('allOf of objects', () => {
  const schema = {
    type: 'object',
    properties: {
      both: {
        allOf: [
          { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
          { type: 'object', properties: { b: { type: 'number' } }, required: ['b'] },
        ],
      },
    },
    required: ['both'],
    additionalProperties: false,
  };
  test('the SDK sends closed branches that nothing satisfies', () => {
    const admits = validatorFor(sdkJson(schema), '2020');
    expect(admits?.({ both: { a: 'x', b: 1 } })).toBe(false);
    expect(admits?.({ both: { a: 'x' } })).toBe(false);
  });
  test('bascule merges them', () => goesRound(schema, [{ both: { a: 'x', b: 1 } }]));
  test('bascule merges intersections of Zod too', () =>
    goesRound(z.intersection(z.object({ a: z.string() }), z.object({ b: z.number() })), [{ a: 'x', b: 1 }]));
});

describe('spellings', () => {
  const definitions = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: { a: { $ref: '#/definitions/part' } },
    required: ['a'],
    additionalProperties: false,
    definitions: {
      part: { type: 'object', properties: { b: { type: 'string' } }, required: ['b'], additionalProperties: false },
    },
  };
  const nullable = {
    type: 'object',
    properties: { a: { type: ['object', 'null'], properties: { b: { type: 'string' } }, required: ['b'] } },
    required: ['a'],
  };
  const rootUnion = {
    anyOf: [
      { $ref: '#/$defs/a' },
      { type: 'object', properties: { kind: { const: 'b' } }, required: ['kind'], additionalProperties: false },
    ],
    $defs: {
      a: {
        type: 'object',
        properties: { kind: { const: 'a' }, more: { type: 'string' } },
        required: ['kind', 'more'],
        additionalProperties: false,
      },
    },
  };
  test('the SDK leaves a dangling $ref, a missing additionalProperties, $defs beside a root union', () => {
    for (const schema of [definitions, nullable, rootUnion])
      expect(taken(sdkJson(schema)), JSON.stringify(sdkJson(schema))).toBe(false);
  });
  test('bascule: draft-07 definitions', () => goesRound(definitions, [{ a: { b: 'x' } }]));
  test('bascule: type ["object", "null"]', () => goesRound(nullable, [{ a: null }, { a: { b: 'x' } }]));
  test('bascule: a root union with definitions', () => goesRound(rootUnion, [{ kind: 'b' }, { kind: 'a', more: 'x' }]));
  test('bascule: the same as a tool', () => {
    goesRound(rootUnion, [{ kind: 'b' }, { kind: 'a', more: 'x' }], undefined, 'tool');
    goesRound(z.union([z.string(), z.number()]), ['x', 5], undefined, 'tool');
  });
});

describe('the budget', () => {
  const optional = z.object(Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`o${index}`, z.string().optional()])));
  const nullable = z.object(Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`n${index}`, z.string().nullable()])));
  test('the SDK sends 25 optional or 17 nullable fields', () => {
    expect(taken(sdk(optional).schema)).toBe(false);
    expect(taken(sdk(nullable).schema)).toBe(false);
  });
  test('bascule plans 25 optional fields', () =>
    goesRound(optional, [
      {},
      { o0: 'x', o24: '' },
      Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`o${index}`, 'x'])),
    ]));
  test('bascule plans 17 nullable fields', () =>
    goesRound(nullable, [
      Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`n${index}`, index % 2 === 0 ? null : 'x'])),
    ]));
  test('bascule keeps optional and nullable apart', () => {
    const both = z.object(Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`b${index}`, z.string().nullish()])));
    goesRound(both, [{}, { b0: null }, { b0: null, b1: 'x', b24: null }]);
  });
});

describe('strict: true tools', () => {
  const schema = z.object({ count: z.number().int().min(1), tags: z.record(z.string(), z.string()).optional() });
  test('the SDK sends the input schema untransformed', () => {
    const tool = betaZodTool({ name: 'count', description: 'counts', inputSchema: schema, strict: true, run: () => 'ok' });
    expect(taken((tool as { input_schema?: unknown }).input_schema, 'tool')).toBe(false);
  });
  test('bascule lowers it like any other schema', () => {
    const tool = compile(schema).tool({ name: 'count', description: 'counts' });
    expect(tool).toMatchObject({ name: 'count', description: 'counts', strict: true });
    schemaFits(tool.input_schema as never, 'tool');
    goesRound(schema, [{ count: 1 }, { count: 5, tags: { a: 'b' } }], undefined, 'tool');
  });
});

describe('pipes and stringbool', () => {
  const piped = z.object({ n: z.string().pipe(z.coerce.number()) });
  const flag = z.object({ f: z.stringbool() });
  test('the SDK sends the output type, whose every answer then fails', () => {
    const { schema: sent, parse } = sdk(piped);
    expect(sent).toMatchObject({ properties: { n: { type: 'number' } } });
    expect(() => parse?.('{"n":5}')).toThrow();
    expect(() => sdk(flag).parse?.('{"f":true}')).toThrow();
  });
  test('bascule sends the input type', () => {
    goesRound(piped, [{ n: '5' }], () => ({ n: 5 }));
    goesRound(flag, [{ f: 'yes' }], () => ({ f: true }));
  });
});

describe('what comes back', () => {
  const schema = z.object({ colour: z.enum(['red', 'Dark Blue']) });
  test('the SDK rejects other capitals', () => expect(() => sdk(schema).parse?.('{"colour":"dark blue"}')).toThrow());
  test('bascule repairs a unique capitalisation and says so', () => {
    const answer = compile(schema).parse('{"colour":"dark blue"}');
    expect(answer).toMatchObject({
      value: { colour: 'Dark Blue' },
      repairs: [{ path: ['colour'], from: 'dark blue', to: 'Dark Blue' }],
    });
  });
  test('bascule does not guess between capitalisations', () => {
    const answer = compile(z.object({ a: z.enum(['Yes', 'YES']) })).parse('{"a":"yes"}');
    expect(answer.issues).toMatchObject([{ path: ['a'] }]);
  });
  test('bascule repairs a discriminator', () => {
    const union = z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('Circle'), r: z.number() }),
      z.object({ kind: z.literal('Square'), side: z.number() }),
    ]);
    expect(compile(z.object({ shape: union })).parse('{"shape":{"kind":"circle","r":1}}').value).toEqual({
      shape: { kind: 'Circle', r: 1 },
    });
  });
});

interface Client {
  parse(client: unknown, request: object): Promise<Record<string, unknown>>;
  stream(
    client: unknown,
    request: object,
  ): AsyncIterable<{ value: unknown; complete: boolean }> & { answer(): Promise<Record<string, unknown>> };
}

const bascule = (await import('../../src/index.js')) as unknown as Partial<Client>;
const request = {
  model: 'claude-opus-5-5',
  max_tokens: 100,
  messages: [{ role: 'user', content: 'hi' }],
  output: z.object({ a: z.string(), b: z.number() }),
};

/** A client whose API answers with one message. */
function answering(message: object): Anthropic {
  const body = {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-opus-5-5',
    stop_sequence: null,
    usage: { input_tokens: 1, output_tokens: 2 },
    ...message,
  };
  return new Anthropic({
    apiKey: 'none',
    maxRetries: 0,
    fetch: async () =>
      new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json', 'request-id': 'req_1' } }),
  });
}

describe.skipIf(bascule.parse === undefined)('a refusal and a truncation', () => {
  const cut = { content: [{ type: 'text', text: '{"a":"x","b' }], stop_reason: 'max_tokens' };
  test('the SDK throws a bare error for a truncation', async () => {
    const client = answering(cut);
    await expect(
      client.messages.parse({
        ...request,
        messages: [{ role: 'user', content: 'hi' }],
        output_config: { format: zodOutputFormat(request.output) },
      }),
    ).rejects.toThrow();
  });
  test('bascule: truncated, with the message and what there is', async () => {
    expect(await bascule.parse?.(answering(cut), request)).toMatchObject({
      status: 'truncated',
      reason: 'max_tokens',
      partial: { a: 'x' },
      complete: ['/a'],
      message: { id: 'msg_1' },
      usage: { output_tokens: 2 },
    });
  });
  test('bascule: refused, with category and explanation', async () => {
    const refusal = {
      content: [{ type: 'text', text: 'No.' }],
      stop_reason: 'refusal',
      stop_details: { type: 'refusal', category: 'bio', explanation: 'because' },
    };
    expect(await bascule.parse?.(answering(refusal), request)).toMatchObject({
      status: 'refused',
      category: 'bio',
      explanation: 'because',
      text: 'No.',
      requestId: 'req_1',
    });
  });
  test('bascule: ok', async () => {
    expect(
      await bascule.parse?.(
        answering({ content: [{ type: 'text', text: '{"a":"x","b":1}' }], stop_reason: 'end_turn' }),
        request,
      ),
    ).toMatchObject({ status: 'ok', value: { a: 'x', b: 1 } });
  });
});

/** A client whose API streams one text, a few characters at a time. */
function streaming(text: string): Anthropic {
  const start = {
    type: 'message_start',
    message: {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model: 'claude-opus-5-5',
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage: { input_tokens: 1, output_tokens: 0 },
    },
  };
  const deltas = (text.match(/[\s\S]{1,3}/g) ?? []).map((part) => ({
    type: 'content_block_delta',
    index: 0,
    delta: { type: 'text_delta', text: part },
  }));
  const end = [
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 2 } },
    { type: 'message_stop' },
  ];
  const events = [start, { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }, ...deltas, ...end];
  const body = events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
  return new Anthropic({
    apiKey: 'none',
    maxRetries: 0,
    fetch: async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
  });
}

describe.skipIf(bascule.stream === undefined)('partial values while streaming', () => {
  const output = z.object({
    title: z.string(),
    tags: z.record(z.string(), z.number()),
    list: z.array(z.object({ n: z.number() })),
  });
  const value = { title: 'a title', tags: { x: 1, y: 2 }, list: [{ n: 10 }, { n: 20 }, { n: 30 }] };
  const text = JSON.stringify(compile(output).encode(value));

  test('bascule: lifted partials that only grow, and the same outcome at the end', async () => {
    const run = bascule.stream?.(streaming(text), { ...request, output });
    if (run === undefined) return;
    const seen: string[] = [];
    for await (const { value: partial } of run) seen.push(JSON.stringify(partial));
    expect(seen.length).toBeGreaterThan(5);
    expect(JSON.parse(seen.at(-1) ?? 'null')).toEqual(value);
    for (const each of seen) {
      const partial = JSON.parse(each) as { list?: { n?: number }[]; tags?: Record<string, number> } | null;
      // a number is withheld until it is whole
      for (const [index, item] of (partial?.list ?? []).entries())
        if (item.n !== undefined) expect(item.n).toBe(value.list[index]?.n);
      for (const [key, item] of Object.entries(partial?.tags ?? {}))
        if (item !== undefined) expect(item).toBe((value.tags as Record<string, number>)[key]);
    }
    expect(await run.answer()).toMatchObject({ status: 'ok', value });
  });

  test('bascule: what is complete keeps its identity and does not change any more', async () => {
    const run = bascule.stream?.(streaming(text), { ...request, output });
    if (run === undefined) return;
    let first: unknown;
    for await (const { value: partial } of run) {
      const list = (partial as { list?: unknown[] } | undefined)?.list;
      if (list !== undefined && list.length > 1) {
        first ??= list[0];
        expect(list[0]).toBe(first);
        expect(Object.isFrozen(list[0])).toBe(true);
      }
    }
    expect(first).toEqual({ n: 10 });
  });
});

test('nothing is thrown without a path', () => {
  let thrown: unknown;
  try {
    compile({
      type: 'object',
      properties: { a: { $ref: 'https://example.com/other.json' }, b: { type: 'string', pattern: '(' } },
    } as never);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(SchemaError);
  const paths = (thrown as SchemaError).diagnostics.map((finding) => finding.path);
  for (const start of ['/properties/a', '/properties/b'])
    expect(
      paths.some((path) => path.startsWith(start)),
      start,
    ).toBe(true);
});
