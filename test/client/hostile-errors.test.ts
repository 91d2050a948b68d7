import { APIError, BadRequestError, type ClientOptions } from '@anthropic-ai/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  compile,
  countTokens,
  defineTool,
  parse,
  RejectedSchemaError,
  runTools,
  stream,
  submitBatch,
  warm,
} from '../../src/index.js';
import { type Answer, begun, ENDED, failure, startApi } from '../support/api-server.js';

const { api, client } = await startApi({ logLevel: 'off' } satisfies ClientOptions);
const base = { model: 'claude-sonnet-5', max_tokens: 100, messages: [{ role: 'user' as const, content: 'Hi' }] };
const schema = {
  type: 'object',
  properties: { a: { type: 'string', format: 'email' }, r: { type: 'object', additionalProperties: { type: 'string' } } },
  required: ['a', 'r'],
  additionalProperties: false,
};
const output = compile(schema);
const tools = [defineTool({ name: 'save', input: compile(schema, { mode: 'tool' }), run: () => 'done' })];

const CALLS: Readonly<Record<string, () => Promise<unknown>>> = {
  parse: () => parse(client, { ...base, output, tools }),
  stream: () => stream(client, { ...base, output, tools }).answer(),
  'a loop over stream': async () => {
    for await (const _ of stream(client, { ...base, output, tools }));
  },
  elements: async () => {
    for await (const _ of stream(client, { ...base, output, tools }).elements('/r'));
  },
  runTools: () => runTools(client, { ...base, output, tools }),
  submitBatch: () => submitBatch(client, { ...base, output, tools, items: [{ custom_id: 'a' }] }),
  countTokens: () => countTokens(client, { ...base, output, tools }),
  warm: () => warm(client, { ...base, output, tools }),
};

const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeAll(() => void process.on('unhandledRejection', note));
afterAll(() => {
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

async function thrownBy(call: () => Promise<unknown>): Promise<unknown> {
  return call().then(
    () => expect.fail('it was answered'),
    (error: unknown) => error,
  );
}

const PLACED = 'output_config.format.schema';
const UNKNOWN = "For 'string' type, property 'x' is not supported";
const BODIES: Readonly<Record<string, string>> = {
  'nothing at all': '',
  'no JSON': 'Bad Request: is not supported',
  'half of JSON': '{"type":"error","error":{"type":"invalid_request_error","message":"For \'',
  'a page': `<html><body><h1>400 Bad Request</h1>${'<p>nginx</p>'.repeat(1000)}</body></html>`,
  null: 'null',
  'a number': '7',
  'a list': '[{"error":{"message":"x"}}]',
  'an error that is a text': '{"error":"invalid"}',
  'an error that is null': '{"type":"error","error":null}',
  'words that are no text': '{"type":"error","error":{"type":"invalid_request_error","message":{"a":[1]}}}',
  'no words': '{"type":"error","error":{"type":"invalid_request_error"}}',
  'empty words': JSON.stringify({ type: 'error', error: { type: 'invalid_request_error', message: '' } }),
};

describe.each(Object.entries(CALLS))('%s', (_name, call) => {
  test.each(Object.entries(BODIES))('a 400 with %s is the SDK’s own error', async (_title, body) => {
    for (const type of ['application/json', 'text/html']) {
      api.willAnswer({ status: 400, body, headers: { 'content-type': type, 'request-id': 'req_7' } });
      const error = await thrownBy(call);
      expect(error).toBeInstanceOf(BadRequestError);
      expect(error).toMatchObject({ status: 400, requestID: 'req_7' });
    }
  });

  test.each<[title: string, words: string]>([
    ['a place on the prototype', `${PLACED}.__proto__.constructor.prototype: ${UNKNOWN}`],
    ['a property on the prototype', `${PLACED}.properties.__proto__: For 'object' type, property '__proto__' is not supported`],
    ['a pointer that leads nowhere', `${PLACED}: ${UNKNOWN} at #/properties/zzz/items/0/anyOf/9`],
    ['a place that leads nowhere', `${PLACED}.properties.zzz.items.anyOf.7: ${UNKNOWN}`],
    ['dots only', `${PLACED}......: ${UNKNOWN}`],
    ['a very deep place', `${PLACED}${'.properties.a'.repeat(20_000)}: ${UNKNOWN}`],
    ['regular expressions', `${PLACED}.(((a+)+)+)$.[^]*: For '\\w+' type, property '(.*' is not supported; ${UNKNOWN}`],
    ['a megabyte', `${PLACED}: ${UNKNOWN} ${'é\u0000"'.repeat(350_000)}`],
    ['a reference to itself', `${PLACED}: Circular reference detected in schema definitions: ${'a -> '.repeat(50_000)}a.`],
    [
      'a definition that is not there',
      `${PLACED}: Invalid schema: Reference to non-existent definition: ${'#/$defs/'.repeat(9000)}`,
    ],
    ['a value of many', `${PLACED}: Enum value '${'x'.repeat(100_000)}' does not match declared type 'string'`],
  ])('%s is explained', async (_title, words) => {
    api.willAnswer(failure(words));
    const error = await thrownBy(call);
    expect(error).toBeInstanceOf(RejectedSchemaError);
    expect(error).toMatchObject({ cause: { status: 400, requestID: 'req_7', error: { error: { message: words } } } });
    const { diagnostics, message } = error as RejectedSchemaError;
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThanOrEqual(20);
    for (const { path } of diagnostics)
      expect(['', '/properties/a', '/properties/r', '/properties/r/additionalProperties']).toContain(path);
    expect(message.length).toBeLessThan(20_000);
  });

  test.each<[title: string, words: string]>([
    ['what begins again and again', "For 'a', ".repeat(100_000)],
    ['a circle without end', 'Circular reference detected'.repeat(40_000)],
    ['optionals without end', 'too many optional parameters ('.repeat(40_000)],
    ['a tool that there is not', "tools.999999999999999999999.custom: For 'string' type, property 'x' is not supported"],
    ['another tool', "tools.7.custom: For 'string' type, property 'x' is not supported"],
    ['blanks', ' '.repeat(1_000_000)],
  ])('%s ends in an error, the SDK’s or ours with it', async (_title, words) => {
    api.willAnswer(failure(words));
    const error = await thrownBy(call);
    expect(error).toBeInstanceOf(BadRequestError);
    expect(error).toMatchObject({ status: 400, error: { error: { message: words } } });
  });
});

describe.each(
  Object.entries(CALLS).filter(([name]) => ['parse', 'runTools', 'warm', 'submitBatch', 'countTokens'].includes(name)),
)('what comes with a 200, %s', (_name, call) => {
  test.each<[string, string]>([
    ['nothing', ''],
    ['null', 'null'],
    ['a page', '<html></html>'],
    ['half of JSON', '{"content":['],
    ['a list', '[]'],
    ['no content', '{"type":"message"}'],
    ['content that is a text', '{"content":"x","stop_reason":"end_turn"}'],
    ['a block of null', '{"content":[null],"stop_reason":"end_turn"}'],
    ['a block without a type', '{"content":[{"text":"x"}],"stop_reason":"end_turn"}'],
    ['a block of text without text', '{"content":[{"type":"text"}],"stop_reason":"end_turn"}'],
    ['a call without anything', '{"content":[{"type":"tool_use"}],"stop_reason":"tool_use"}'],
    ['a result of a tool of null', '{"content":[{"type":"web_search_tool_result","content":null}],"stop_reason":"end_turn"}'],
    ['a refusal without details', '{"content":[],"stop_reason":"refusal","stop_details":null}'],
    ['an end that is no text', '{"content":[],"stop_reason":{"a":1}}'],
    ['usage that is a list', '{"content":[],"stop_reason":"end_turn","usage":[1]}'],
    ['usage on the prototype', '{"content":[],"stop_reason":"end_turn","usage":{"__proto__":{"input_tokens":9}}}'],
  ])('%s is no fault of ours', async (_title, body) => {
    api.willAnswer({ status: 200, body, headers: { 'content-type': 'application/json' } });
    const ended = await call().then(
      () => new Error('it was answered'),
      (error: unknown) => error as Error,
    );
    expect(ended).toBeInstanceOf(Error);
    expect(ended.message).not.toMatch(/Cannot (read|destructure|convert)|is not a function|is not iterable/);
  });
});

const eventError = (type: string, message: unknown) => ({ type: 'error', error: { type, message } });
const STREAMED: Readonly<Record<string, () => Promise<unknown>>> = {
  answer: CALLS['stream'] as () => Promise<unknown>,
  loop: CALLS['a loop over stream'] as () => Promise<unknown>,
  elements: CALLS['elements'] as () => Promise<unknown>,
};
const tool = (partial: string): readonly object[] => [
  begun('')[0] as object,
  { type: 'content_block_start', index: 0, content_block: { type: 'tool_use', id: 'toolu_1', name: 'save', input: {} } },
  { type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: partial } },
];
const BEGINNINGS: Readonly<Record<string, readonly object[]>> = {
  'before anything': [],
  'after the start': begun('').slice(0, 1),
  'inside a value': begun('{"a":"x@y.z","r":[{"key":"k","va'),
  'after the value': [...begun('{"a":"x@y.z","r":[]}'), ...ENDED.slice(0, 1)],
  'inside the input of a tool': tool('{"a":"x@y'),
  'inside an input that is no JSON': tool('{"a":{{{'),
};

describe.each(Object.entries(STREAMED))('an error inside a stream, %s', (_name, call) => {
  test.each(Object.entries(BEGINNINGS))('%s', async (_title, events) => {
    for (const type of ['overloaded_error', 'api_error', 'rate_limit_error', 'invalid_request_error']) {
      api.willAnswer({ events: [...events, eventError(type, 'Invalid request data')] });
      const error = await thrownBy(call);
      expect(error).toBeInstanceOf(APIError);
      expect(error).not.toBeInstanceOf(RejectedSchemaError);
      expect(error).toMatchObject({ type, error: { error: { message: 'Invalid request data' } }, requestID: 'req_7' });
      expect(api.requests).toHaveLength(1);
    }
  });

  test.each(Object.entries(BEGINNINGS))('about a schema, %s', async (_title, events) => {
    const words = "output_config.format.schema: For 'string' type, format 'email' is not supported";
    api.willAnswer({ events: [...events, eventError('invalid_request_error', words)] });
    const error = await thrownBy(call);
    expect(error).toBeInstanceOf(RejectedSchemaError);
    expect(error).toBeInstanceOf(APIError);
    expect(error).toMatchObject({ diagnostics: [{ path: '/properties/a' }], requestId: 'req_7', type: 'invalid_request_error' });
  });

  test.each<[string, object]>([
    ['without words', eventError('invalid_request_error', undefined)],
    ['with words that are no text', eventError('invalid_request_error', { a: 1 })],
    ['that is null', { type: 'error', error: null }],
    ['without more', { type: 'error' }],
    ['that is a text', { type: 'error', error: 'overloaded' }],
  ])('%s', async (_title, event) => {
    api.willAnswer({ events: [...begun('{'), event] });
    expect(await thrownBy(call)).toBeInstanceOf(APIError);
  });

  test.each<[string, Answer]>([
    ['nothing', { events: [] }],
    ['breaks off at once', { events: [], then: 'break' }],
    ['breaks off inside a value', { events: begun('{"a":"x'), then: 'break' }],
    [
      'events that are no JSON',
      { status: 200, body: 'event: message_start\ndata: {{{\n\n', headers: { 'content-type': 'text/event-stream' } },
    ],
    [
      'events of null',
      { status: 200, body: 'event: message_start\ndata: null\n\n', headers: { 'content-type': 'text/event-stream' } },
    ],
    ['a start of null', { events: [{ type: 'message_start', message: null }] }],
    ['a start without content', { events: [{ type: 'message_start', message: {} }] }],
    ['a page', { status: 200, body: '<html></html>', headers: { 'content-type': 'text/html' } }],
  ])('%s ends in an error that says so', async (_title, answer) => {
    api.willAnswer(answer);
    const error = (await thrownBy(call)) as Error;
    expect(error).toBeInstanceOf(Error);
    expect(error.message).not.toMatch(/Cannot read|is not a function|is not iterable|undefined \(|Cannot convert/);
    expect(error.message.length).toBeGreaterThan(9);
  });

  test.each<[string, readonly object[]]>([
    ['a delta without a start', [{ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'x' } }]],
    ['a delta of null', [...begun('{'), { type: 'content_block_delta', index: 0, delta: null }, ...ENDED]],
    ['a block of null', [...begun('').slice(0, 1), { type: 'content_block_start', index: 0, content_block: null }, ...ENDED]],
    [
      'a block without a type',
      [...begun('').slice(0, 1), { type: 'content_block_start', index: 0, content_block: {} }, ...ENDED],
    ],
    [
      'an index far away',
      [...begun('').slice(0, 1), { type: 'content_block_start', index: 4e9, content_block: { type: 'text' } }, ...ENDED],
    ],
    [
      'an index on the prototype',
      [...begun('').slice(0, 1), { type: 'content_block_start', index: '__proto__', content_block: { type: 'text' } }, ...ENDED],
    ],
    ['usage of null', [...begun('{'), { type: 'message_delta', delta: null, usage: null }]],
  ])('%s is no fault of ours', async (_title, events) => {
    api.willAnswer({ events });
    const ended = await call().then(
      () => new Error('it was answered'),
      (error: unknown) => error as Error,
    );
    expect(ended.message).not.toMatch(/Cannot read|is not a function|is not iterable|Cannot convert|Invalid array length/);
  });
});
