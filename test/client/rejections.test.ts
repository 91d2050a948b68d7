import { BadRequestError } from '@anthropic-ai/sdk';
import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { collectBatch, compile, defineTool, parse, RejectedSchemaError, runTools, stream, submitBatch } from '../../src/index.js';
import { failure, startApi } from '../support/api-server.js';
import { everything } from '../support/everything-target.js';

const { api, client } = await startApi();
const base = { model: 'claude-sonnet-5', max_tokens: 100, messages: [{ role: 'user' as const, content: 'Hi' }] };

/** The same schema in each dialect: what each text may be about, behind a record, a tuple and a list. */
const zod = z.object({
  count: z.number().min(2).multipleOf(3),
  deep: z.record(z.string(), z.tuple([z.string(), z.object({ mail: z.email(), size: z.number().int().min(2).max(300) })])),
  tags: z.array(z.string()).min(2).max(5),
  code: z.string().regex(/^a{1,3}$/),
  kind: z.union([z.string(), z.number()]).nullable(),
  state: z.enum(['a', 'b']),
  note: z.string().optional(),
});
const json = {
  type: 'object',
  properties: {
    count: { type: 'number', minimum: 2, multipleOf: 3 },
    deep: {
      type: 'object',
      additionalProperties: {
        type: 'array',
        prefixItems: [
          { type: 'string' },
          {
            type: 'object',
            properties: { mail: { type: 'string', format: 'email' }, size: { type: 'integer', minimum: 2, maximum: 300 } },
            required: ['mail', 'size'],
            additionalProperties: false,
          },
        ],
        items: false,
        minItems: 2,
      },
    },
    tags: { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 5 },
    code: { type: 'string', pattern: '^a{1,3}$' },
    kind: { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }] },
    state: { type: 'string', enum: ['a', 'b'] },
    note: { type: 'string' },
  },
  required: ['count', 'deep', 'tags', 'code', 'kind', 'state'],
  additionalProperties: false,
} as const;
const typebox = Type.Object(
  {
    count: Type.Number({ minimum: 2, multipleOf: 3 }),
    deep: Type.Record(
      Type.String(),
      Type.Tuple([
        Type.String(),
        Type.Object(
          { mail: Type.String({ format: 'email' }), size: Type.Integer({ minimum: 2, maximum: 300 }) },
          { additionalProperties: false },
        ),
      ]),
    ),
    tags: Type.Array(Type.String(), { minItems: 2, maxItems: 5 }),
    code: Type.String({ pattern: '^a{1,3}$' }),
    kind: Type.Union([Type.String(), Type.Number(), Type.Null()]),
    state: Type.Union([Type.Literal('a'), Type.Literal('b')]),
    note: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
const SOURCES = { zod, json, typebox };

const SIZE = /^\/properties\/deep\/(additionalProperties|patternProperties\/[^/]+)\/(prefixItems|items)\/1\/properties\/size$/;
const MAIL = /^\/properties\/deep\/(additionalProperties|patternProperties\/[^/]+)\/(prefixItems|items)\/1\/properties\/mail$/;
const ROOT = /^$/;
const COUNT = /^\/properties\/count$/;
const TAGS = /^\/properties\/tags$/;
const CODE = /^\/properties\/code$/;

/** Every text of the API about a schema that was seen, with the places that it means here. */
const TEXTS: readonly (readonly [words: string, places: readonly RegExp[]])[] = [
  // keywords
  ["For 'number' type, property 'multipleOf' is not supported", [COUNT]],
  ["For 'integer' type, property 'minimum' is not supported", [SIZE]],
  ["For 'integer' type, properties maximum, minimum are not supported", [SIZE]],
  ["For 'number' type, properties exclusiveMaximum, exclusiveMinimum, multipleOf are not supported", [COUNT]],
  ["For 'string' type, format 'email' is not supported", [MAIL]],
  ["For 'array' type, property 'maxItems' is not supported", [TAGS]],
  ["For 'array' type, 'minItems' values other than 0 or 1 are not supported (got: [2, 5])", [TAGS]],
  ["Invalid schema: Enum value 'a' does not match declared type '['string', 'null']'", [/^\/properties\/state$/]],
  ['Unsupported regex feature in pattern field: Cannot apply a range quantifier to this regex.', [CODE]],
  [
    'pattern is too complex for structured output: reduce the {n,m} upper bound, narrow the character class range, or avoid nesting quantified groups',
    [CODE],
  ],
  // what no schema of ours holds
  ["For 'string' type, format 'phone' is not supported", [ROOT]],
  ["For 'string' type, property 'maxLength' is not supported", [ROOT]],
  ["For 'array' type, 'minItems' values other than 0 or 1 are not supported (got: [6, ∞])", [ROOT]],
  ["For 'array' type, property 'prefixItems' is not supported", [ROOT]],
  ["For 'array' type, property 'contains' is not supported", [ROOT]],
  ["For 'array' type, property 'uniqueItems' is not supported", [ROOT]],
  ["For 'object' type, property 'items' is not supported", [ROOT]],
  ["For 'object' type, property 'if' is not supported", [ROOT]],
  ["For 'object' type, property 'dependentRequired' is not supported", [ROOT]],
  ["For 'object' type, property 'propertyNames' is not supported", [ROOT]],
  ["For 'object' type, property 'minProperties' is not supported", [ROOT]],
  ["For 'object' type, property 'x-contract-dynamic' is not supported", [ROOT]],
  ["For 'object' type, property 'constructor' is not supported", [ROOT]],
  ["For 'object' type, 'additionalProperties' must be explicitly set to false", [ROOT]],
  ["For 'object' type, 'additionalProperties: true' is not supported. Please set 'additionalProperties' to false", [ROOT]],
  ["For 'object' type, 'additionalProperties: object' is not supported. Please set 'additionalProperties' to false", [ROOT]],
  ["For 'anyOf', 'additionalProperties, properties, required, type' is not supported", [ROOT]],
  ["For 'anyOf', '$defs' is not supported", [ROOT]],
  ["Schema type 'oneOf' is not supported", [ROOT]],
  ["Schema keyword 'not' is not supported", [ROOT]],
  ["Schema keyword 'toString' is not supported", [ROOT]],
  ["Invalid schema: Enum value None does not match declared type 'string'", [ROOT]],
  ['Invalid schema: Schema type is missing for schema: {"description": "x"}', [ROOT]],
  ['Empty schema ({}) that accepts any JSON value is not supported. Please specify a concrete type.', [ROOT]],
  ["Invalid schema: Array types must be specified with a single object schema for 'items'.", [ROOT]],
  [
    'Circular reference detected in schema definitions: N -> N. Self-referencing or mutually-referencing definitions are not supported.',
    [ROOT],
  ],
  ['Invalid schema: Circular reference detected in schema definitions: A -> B -> A. Self-referencing', [ROOT]],
  ['Circular $ref detected', [ROOT]],
  ['Invalid schema: Reference to non-existent definition: #/$defs/x', [ROOT]],
];

const GENERAL: readonly (readonly [words: string, told: RegExp])[] = [
  [
    'Schemas contains too many optional parameters (25), which would make grammar compilation inefficient. Reduce the number of optional parameters in your tool schemas (limit: 24).',
    /25 optional.*24.*output\/properties\/note/,
  ],
  [
    'Schemas contains too many parameters with union types (17 parameters with type arrays or anyOf). This causes exponential compilation cost. Reduce the number of nullable or union-typed parameters (limit: 16 parameters with unions).',
    /17 unions.*output\/properties\/kind/,
  ],
  [
    'Too many strict tools (22). The maximum number of strict tools supported is 20. Try reducing the number of tools marked as strict.',
    /22 strict tools.*20/,
  ],
  ['Schema is too complex for compilation.', /the output/],
  ['Schema is too complex for compilation. Try reducing the number of tools or simplifying tool schemas.', /the output/],
  ['Schema is too complex.', /the output/],
  [
    'The compiled grammar is too large, which would cause performance issues. Simplify your tool schemas or reduce the number of strict tools.',
    /the output/,
  ],
  ['Grammar compilation timed out', /the output/],
];

type Call = (output: unknown) => Promise<unknown>;
const CALLS: Readonly<Record<string, Call>> = {
  parse: (output) => parse(client, { ...base, output: output as object }),
  stream: (output) => stream(client, { ...base, output: output as object }).answer(),
  runTools: (output) => runTools(client, { ...base, output: output as object, tools: [] }),
  submitBatch: (output) => submitBatch(client, { ...base, output: output as object, items: [{ custom_id: 'a' }] }),
};

async function refused(call: Promise<unknown>): Promise<RejectedSchemaError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(RejectedSchemaError);
  return error as RejectedSchemaError;
}

/** The SDK's error, whole, and sentences that say what, where and what to do. */
function isWhole(error: RejectedSchemaError, words: string): void {
  expect(error).toBeInstanceOf(Error);
  expect(error).toBeInstanceOf(BadRequestError);
  expect(error).toMatchObject({ name: 'RejectedSchemaError', status: 400, requestId: 'req_7', requestID: 'req_7' });
  expect(error.cause).toBeInstanceOf(BadRequestError);
  expect(error.cause).toMatchObject({ status: 400, requestID: 'req_7', error: { error: { message: words } } });
  expect(error.cause).not.toBe(error);
  expect(error.message).toContain(words);
  expect(error.diagnostics.length).toBeGreaterThan(0);
  for (const { code, severity, message, help } of error.diagnostics) {
    expect(code).toMatch(/^[a-z-]+$/);
    expect(severity).toBe('error');
    for (const text of [message, help]) expect(text).toMatch(/^[A-Z`].{15,}\.$/s);
    expect(error.message).toContain(help);
  }
}

describe.each(Object.keys(SOURCES))('a schema of %s', (dialect) => {
  const source = SOURCES[dialect as keyof typeof SOURCES];
  const output = compile(source as object, { target: everything });
  const input = compile(source as object, { target: everything, mode: 'tool' });

  describe.each(Object.keys(CALLS))('%s', (name) => {
    test.each(TEXTS)('%s', async (text, places) => {
      const words = `output_config.format.schema: ${text}`;
      api.willAnswer(failure(words));
      const error = await refused((CALLS[name] as Call)(output));
      isWhole(error, words);
      expect(error.diagnostics).toHaveLength(places.length);
      for (const [index, place] of places.entries()) expect(error.diagnostics[index]?.path).toMatch(place);
      for (const { message } of error.diagnostics) expect(message).toContain('the output');
    });

    test.each(GENERAL)('%s', async (words, told) => {
      api.willAnswer(failure(words));
      const error = await refused((CALLS[name] as Call)(output));
      isWhole(error, words);
      expect(error.diagnostics.map(({ message }) => message).join('\n')).toMatch(told);
    });
  });

  test.each(TEXTS)('as the second tool: %s', async (text, places) => {
    const words = `tools.1.custom: ${text}`;
    api.willAnswer(failure(words));
    const tools = [defineTool({ name: 'first', input: compile(json, { mode: 'tool' }) }), defineTool({ name: 'second', input })];
    const error = await refused(parse(client, { ...base, output: compile(json), tools } as never));
    isWhole(error, words);
    for (const [index, place] of places.entries()) expect(error.diagnostics[index]?.path).toMatch(place);
    for (const { message } of error.diagnostics) expect(message).toContain('the tool "second"');
  });

  test.each([
    ["tools.0.custom.input_schema.properties: Property keys should match pattern '^[a-zA-Z0-9_.-]{1,64}$'"],
    ['tools.0.custom.input_schema.type: Field required'],
    ["tools.0.custom.input_schema.type: Input should be 'object'"],
    ['tools.0.custom.input_schema: input_schema does not support oneOf, allOf, or anyOf at the top level'],
    [
      'tools.0.custom.input_schema: JSON schema is invalid. It must match JSON Schema draft 2020-12 (https://json-schema.org/draft/2020-12). Learn more',
    ],
    ['tools.0.custom.strict: Extra inputs are not permitted'],
  ])('only of tools: %s', async (words) => {
    api.willAnswer(failure(words));
    const error = await refused(runTools(client, { ...base, tools: [defineTool({ name: 'only', input })] } as never));
    isWhole(error, words);
    expect(error.diagnostics[0]).toMatchObject({ path: '', message: expect.stringContaining('the tool "only"') });
  });

  test('an output where the platform takes none', async () => {
    const words = 'output_config.format: Extra inputs are not permitted';
    api.willAnswer(failure(words));
    const error = await refused(parse(client, { ...base, output }));
    isWhole(error, words);
    expect(error.message).toMatch(/structured outputs/);
  });
});

describe('what is not about a schema is the SDK’s own error', () => {
  test.each([
    ["output_format: This field is deprecated. Use 'output_config.format' instead. See https://x"],
    ['output_config.format.name: Extra inputs are not permitted'],
    ["response_format.type: Input should be 'json_schema'"],
    ['response_format.json_schema.strict: Input should be True'],
    ['Thinking may not be enabled when tool_choice forces tool use.'],
    ['tool_choice forces tool use is not compatible with this model.'],
    ['`tool_choice: type "tool" and "any" are not supported for this model`'],
    ['This model does not support assistant message prefill. The conversation must end with a user message.'],
    ['`tool_use` ids were found without `tool_result` blocks immediately after: toolu_1'],
    ['`web_search` tool use with id `srvtoolu_1` was found without a corresponding `web_search_tool_result` block'],
    ['At least one tool must have defer_loading=false. All tools cannot be deferred.'],
    ["Tool reference 'unknown_tool' not found in available tools"],
    ['tools: Tool names must be unique.'],
    ['Your credit balance is too low to access the Anthropic API.'],
    ['messages.0.content.0.document.citations: Citations are not supported with output_config.format'],
  ])('%s', async (words) => {
    for (const call of Object.values(CALLS)) {
      api.willAnswer(failure(words));
      const error = await call(compile(json, { target: everything })).catch((thrown: unknown) => thrown);
      expect(error).not.toBeInstanceOf(RejectedSchemaError);
      expect(error).toBeInstanceOf(BadRequestError);
      expect(error).toMatchObject({ status: 400, requestID: 'req_7', error: { error: { message: words } } });
    }
  });

  test('nor is a schema refused with another status', async () => {
    const words = "output_config.format.schema: For 'integer' type, property 'minimum' is not supported";
    for (const status of [401, 403, 404, 413, 422, 500, 503, 529]) {
      api.willAnswer(failure(words, status, 'x'));
      for (const call of Object.values(CALLS)) {
        const error = await call(compile(json)).catch((thrown: unknown) => thrown);
        expect(error).not.toBeInstanceOf(RejectedSchemaError);
        expect(error).toMatchObject({ status });
      }
    }
  });
});

describe('what a batch reports at its end', () => {
  const result =
    (message: string, type = 'invalid_request_error') =>
    (came: { readonly path: string }) =>
      came.path.endsWith('/results')
        ? {
            status: 200,
            headers: { 'content-type': 'application/x-jsonl' },
            body: `${JSON.stringify({ custom_id: 'a', result: { type: 'errored', error: { type: 'error', error: { type, message } } } })}\n`,
          }
        : {
            status: 200,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({
              id: 'b',
              processing_status: 'ended',
              results_url: `${client.baseURL}/v1/messages/batches/b/results`,
            }),
          };
  const collected = async (message: string, type?: string) => {
    api.willAnswer(result(message, type));
    const all: unknown[] = [];
    for await (const one of collectBatch(client, 'b', { output: compile(json, { target: everything }) })) all.push(one);
    return all;
  };

  test('is explained where it is about the schema', async () => {
    const words = "output_config.format.schema: For 'number' type, property 'multipleOf' is not supported";
    expect(await collected(words)).toMatchObject([
      { status: 'errored', error: { message: words }, diagnostics: [{ code: 'rejected-keyword', path: '/properties/count' }] },
    ]);
  });

  test('and left alone where it is not', async () => {
    for (const [words, type] of [
      ['messages: at least one message is required', 'invalid_request_error'],
      ['Schema is too complex.', 'api_error'],
    ] as const) {
      const [one] = await collected(words, type);
      expect(one).toMatchObject({ status: 'errored', error: { type, message: words } });
      expect(one).not.toHaveProperty('diagnostics');
    }
  });
});
