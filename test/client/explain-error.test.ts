import { APIError, BadRequestError } from '@anthropic-ai/sdk';
import { beforeAll, describe, expect, test } from 'vitest';
import { explained } from '../../src/client/explain-error.js';
import { claude, compile, defineTool, parse, RejectedSchemaError, type TargetProfile } from '../../src/index.js';
import { request, type Started, start } from './support.js';

const schema = {
  type: 'object',
  properties: {
    count: { type: 'integer', minimum: 2 },
    mail: { type: 'string', format: 'email' },
    code: { type: 'string', pattern: '^a{1,3}$' },
    note: { type: ['string', 'null'] },
    tags: { type: 'object', additionalProperties: { type: 'number', minimum: 1 } },
  },
  required: ['count', 'mail', 'code', 'note', 'tags'],
  additionalProperties: false,
};
/** A target that takes more than the API does. */
const lax: TargetProfile = {
  ...claude,
  name: 'lax',
  keywords: { ...claude.keywords, number: { ...claude.keywords.number, value: ['minimum'] } },
};
const output = compile(schema, { target: lax });
const refusal = (message: string, status = 400) =>
  APIError.generate(status, { type: 'error', error: { type: 'invalid_request_error', message } }, undefined, new Headers());

const OUTPUT = 'output_config.format.schema: ';
const tool = defineTool({ name: 'save', input: output });
const asked = {
  body: { messages: [], output_config: { format: output.format }, tools: [tool] },
  output,
  tools: new Map([['save', tool]]),
};

describe('what the API says of a schema', () => {
  test.each<[words: string, code: string, paths: readonly string[]]>([
    [`${OUTPUT}For 'integer' type, property 'minimum' is not supported`, 'rejected-keyword', ['/properties/count']],
    [
      `${OUTPUT}For 'number' type, properties maximum, minimum are not supported`,
      'rejected-keyword',
      ['/properties/tags/additionalProperties'],
    ],
    [`${OUTPUT}For 'string' type, format 'email' is not supported`, 'rejected-format', ['/properties/mail']],
    [
      `${OUTPUT}Unsupported regex feature in pattern field: Cannot apply a range quantifier to this regex.`,
      'rejected-pattern',
      ['/properties/code'],
    ],
    [
      `${OUTPUT}pattern is too complex for structured output: reduce the {n,m} upper bound`,
      'rejected-pattern',
      ['/properties/code'],
    ],
    ["tools.0.custom: For 'integer' type, property 'minimum' is not supported", 'rejected-keyword', ['/properties/count']],
    [`${OUTPUT}Schema keyword 'not' is not supported`, 'rejected-keyword', ['']],
    [`${OUTPUT}For 'array' type, 'minItems' values other than 0 or 1 are not supported (got: [2, 5])`, 'rejected-keyword', ['']],
    [`${OUTPUT}Invalid schema: Reference to non-existent definition: #/$defs/x`, 'rejected-dangling-ref', ['']],
    [
      `${OUTPUT}Circular reference detected in schema definitions: N -> N. Self-referencing or mutually-referencing definitions are not supported.`,
      'rejected-circular',
      [''],
    ],
    [`${OUTPUT}Invalid schema: Enum value 'a' does not match declared type '['string', 'null']'`, 'rejected-enum-type', ['']],
    [`${OUTPUT}For 'object' type, 'additionalProperties' must be explicitly set to false`, 'rejected-open-object', ['']],
    [
      `${OUTPUT}Empty schema ({}) that accepts any JSON value is not supported. Please specify a concrete type.`,
      'rejected-untyped',
      [''],
    ],
    [
      "tools.0.custom.input_schema.properties: Property keys should match pattern '^[a-zA-Z0-9_.-]{1,64}$'",
      'rejected-property-name',
      [''],
    ],
    [
      'Schemas contains too many optional parameters (25), which would make grammar compilation inefficient. Reduce the number of optional parameters in your tool schemas (limit: 24).',
      'too-many-optional',
      [''],
    ],
    [
      'Schemas contains too many parameters with union types (17 parameters with type arrays or anyOf). This causes exponential compilation cost.',
      'too-many-unions',
      [''],
    ],
    ['Too many strict tools (22). The maximum number of strict tools supported is 20.', 'too-many-strict-tools', ['']],
    ['Schema is too complex for compilation. Try reducing the number of tools or simplifying tool schemas.', 'too-complex', ['']],
    ['The compiled grammar is too large, which would cause performance issues.', 'too-complex', ['']],
    ['Grammar compilation timed out', 'too-complex', ['']],
  ])('%s', async (words, code, paths) => {
    const cause = refusal(words);
    const error = await explained(cause, asked);
    expect(error).toBeInstanceOf(RejectedSchemaError);
    if (!(error instanceof RejectedSchemaError)) return;
    expect(error.cause).toBe(cause);
    expect(error.message).toContain(words);
    expect(error.diagnostics.map(({ path }) => path)).toEqual(paths);
    for (const finding of error.diagnostics) {
      expect(finding.code).toBe(code);
      expect(finding.message).toMatch(/\.$/);
      expect(finding.help).toMatch(/\.$/);
    }
  });

  test('the unions are named', async () => {
    const error = await explained(refusal('too many parameters with union types (17 parameters'), asked);
    expect((error as RejectedSchemaError).message).toContain('output/properties/note, save/properties/note');
  });
});

test('everything else is the same object', async () => {
  const errors = [
    refusal('max_tokens: Field required'),
    refusal('This model does not support assistant message prefill. The conversation must end with a user message.'),
    refusal('`tool_choice: type "tool" and "any" are not supported for this model`'),
    refusal('tool_choice forces tool use is not compatible with this model.'),
    refusal("tools.0.custom: For 'integer' type, property 'minimum' is not supported", 500),
    refusal('Grammar compilation is temporarily unavailable. Please try again.', 503),
    new Error("For 'integer' type, property 'minimum' is not supported"),
    undefined,
    'x',
    { status: 400 },
    Object.assign(new Error(), { status: 400, error: { error: { message: 5 } } }),
  ];
  for (const error of errors) expect(await explained(error, asked)).toBe(error);
});

describe('over HTTP', () => {
  let started: Started;
  beforeAll(async () => {
    started = await start();
  });

  test('an output that the API refuses', async () => {
    const error = await parse(started.client, { ...request, output }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RejectedSchemaError);
    expect(error).toMatchObject({
      status: 400,
      diagnostics: [{ path: '/properties/count' }],
      requestId: expect.stringMatching(/^req_/),
    });
    expect((error as Error).cause).toBeInstanceOf(BadRequestError);
  });

  test('a tool that the API refuses is named', async () => {
    const tools = [defineTool({ name: 'save', input: compile(schema, { target: lax, mode: 'tool' }) })];
    const error = await parse(started.client, { ...request, output: compile(schema), tools }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      diagnostics: [{ path: '/properties/count', message: expect.stringContaining('the tool "save"') }],
    });
  });
});
