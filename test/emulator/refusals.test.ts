import Anthropic from '@anthropic-ai/sdk';
import { beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.js';
import { oddTarget } from '../support/odd-target.js';
import { FORMAT, params, post, SCHEMA, type Started, start } from './support.js';

let started: Started;
beforeAll(async () => {
  started = await start();
});

const closed = (properties: object, required = Object.keys(properties)) => ({
  type: 'object' as const,
  properties,
  required,
  additionalProperties: false,
});
const many = (count: number, schema: object) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, schema]));
const tool = (name: string, more: object = {}) => ({ name, input_schema: closed({ a: { type: 'string' } }), ...more });
const plain = { output_config: undefined };
const user = (content: unknown) => ({ role: 'user', content });
const assistant = (content: unknown) => ({ role: 'assistant', content });
const call = (id: string, more: object = {}) => ({ type: 'tool_use', id, name: 'note', input: {}, ...more });
const result = (id: string) => ({ type: 'tool_result', tool_use_id: id, content: 'done' });
const OLD = 'claude-opus-4-6';

/** What the API says against the request. */
async function refusal(more: object, headers: Record<string, string> = {}): Promise<string> {
  const response = await post(started.emulator, '/v1/messages', { ...params(), ...more }, headers);
  const body = (await response.json()) as { error?: { type: string; message: string }; request_id?: string };
  if (response.status === 200) return 'taken';
  expect(body).toEqual({
    type: 'error',
    error: { type: response.status === 404 ? 'not_found_error' : 'invalid_request_error', message: expect.any(String) },
    request_id: response.headers.get('request-id'),
  });
  return body.error?.message ?? '';
}

type Row = readonly [what: string, request: object, words: string];

describe('of the request', () => {
  test.each<Row>([
    ['nothing', {}, 'taken'],
    ['no model', { model: undefined }, 'model: Field required'],
    ['an unknown model', { model: 'claude-9' }, 'model: claude-9'],
    ['a model without its date', { model: 'claude-sonnet-4-5' }, 'taken'],
    ['no max_tokens', { max_tokens: undefined }, 'max_tokens: Field required'],
    [
      'max_tokens beyond the model',
      { max_tokens: 200_000 },
      'max_tokens: 200000 > 128000, which is the maximum allowed number of output tokens for claude-sonnet-5-5',
    ],
    ['no messages', { messages: [] }, 'messages: at least one message is required'],
    ['a stray member', { output: {} }, 'output: Extra inputs are not permitted'],
    ['a stray role', { messages: [{ role: 'human', content: 'a' }] }, "messages.0.role: Input should be 'user' or 'assistant'"],
    ['an assistant first', { messages: [assistant('a'), user('b')] }, 'messages: first message must use the "user" role'],
    ['empty text', { messages: [user([{ type: 'text', text: '' }])] }, 'messages: text content blocks must be non-empty'],
    [
      'blank text',
      { messages: [user([{ type: 'text', text: ' \n' }])] },
      'messages: text content blocks must contain non-whitespace text',
    ],
    [
      'empty content',
      { messages: [user('a'), assistant([]), user('b')] },
      'messages.1: all messages must have non-empty content except for the optional final assistant message',
    ],
    [
      'a block of the other role',
      { messages: [user([{ type: 'thinking', thinking: 'a', signature: 'b' }])] },
      "messages.0.content.0: 'thinking' blocks are not permitted in a message of the role 'user'",
    ],
    [
      'sampling on a new model',
      { temperature: 0.2 },
      'temperature: non-default sampling parameters are not supported for this model',
    ],
    ['sampling on an old one', { model: OLD, temperature: 0.2 }, 'taken'],
    [
      'manual thinking on a new model',
      { thinking: { type: 'enabled', budget_tokens: 1024 }, max_tokens: 2000 },
      "thinking.type: 'enabled' is not supported for this model. Use 'adaptive' instead.",
    ],
    [
      'a budget of thinking beyond max_tokens',
      { model: OLD, thinking: { type: 'enabled', budget_tokens: 1024 } },
      '`max_tokens` must be greater than `thinking.budget_tokens`.',
    ],
    ['stop sequences of blanks', { stop_sequences: [' '] }, 'stop_sequences: each stop sequence must contain non-whitespace'],
  ])('%s', async (_, request, words) => expect(await refusal(request)).toBe(words));
});

describe('of the output format', () => {
  const format = (schema: unknown, more: object = {}) => ({
    output_config: { format: { type: 'json_schema', schema, ...more } },
  });
  test.each<Row>([
    [
      'a bound',
      format(closed({ a: { type: 'integer', minimum: 1 } })),
      "output_config.format.schema: For 'integer' type, property 'minimum' is not supported",
    ],
    ['a name', format(SCHEMA, { name: 'x' }), 'output_config.format.name: Extra inputs are not permitted'],
    [
      'another type',
      { output_config: { format: { type: 'json', schema: SCHEMA } } },
      "output_config.format.type: Input should be 'json_schema'",
    ],
    ['no schema', { output_config: { format: { type: 'json_schema' } } }, 'output_config.format.schema: Field required'],
    [
      '25 optional properties',
      format(closed(many(25, { type: 'string' }), [])),
      'Schemas contains too many optional parameters (25), which would make grammar compilation inefficient. Reduce the number of optional parameters in your tool schemas (limit: 24).',
    ],
    ['24 of them', format(closed(many(24, { type: 'string' }), [])), 'taken'],
    [
      '17 unions',
      format(closed(many(17, { type: ['string', 'null'] }))),
      'Schemas contains too many parameters with union types (17 parameters with type arrays or anyOf). This causes exponential compilation cost. Reduce the number of nullable or union-typed parameters (limit: 16 parameters with unions).',
    ],
    [
      'optional properties use by use',
      format({ ...closed(many(13, { $ref: '#/$defs/A' })), $defs: { A: closed(many(2, { type: 'null' }), []) } }),
      'Schemas contains too many optional parameters (26), which would make grammar compilation inefficient. Reduce the number of optional parameters in your tool schemas (limit: 24).',
    ],
    [
      'the same by `definitions`',
      format({ ...closed(many(13, { $ref: '#/definitions/A' })), definitions: { A: closed(many(2, { type: 'null' }), []) } }),
      'Schemas contains too many optional parameters (26), which would make grammar compilation inefficient. Reduce the number of optional parameters in your tool schemas (limit: 24).',
    ],
    [
      'references that expand 2^40-fold',
      format(doubling(40)),
      'The compiled grammar is too large, which would cause performance issues. Simplify your tool schemas or reduce the number of strict tools.',
    ],
    ['a chain of 20,000 references', format(chain(20_000)), 'Schema is too complex for compilation.'],
    [
      '201 literals',
      format(closed({ a: { enum: Array.from({ length: 201 }, (_, index) => index) } })),
      'output_config.format.schema: Schema is too complex for compilation.',
    ],
    [
      'a prefill',
      { messages: [user('a'), assistant('{')] },
      'This model does not support assistant message prefill. The conversation must end with a user message.',
    ],
    [
      'a prefill on an older model',
      { model: 'claude-haiku-4-5', messages: [user('a'), assistant('{')] },
      'This model does not support assistant message prefill. The conversation must end with a user message.',
    ],
    [
      'a prefill on an older model without a format',
      { ...plain, model: 'claude-haiku-4-5', messages: [user('a'), assistant('{')] },
      'taken',
    ],
    [
      'citations',
      {
        messages: [
          user([
            { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'a' }, citations: { enabled: true } },
          ]),
        ],
      },
      'output_config.format: Citations are not supported with structured outputs. Disable citations or remove the output format.',
    ],
    [
      'citations switched off',
      {
        messages: [
          user([
            { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'a' }, citations: { enabled: false } },
          ]),
        ],
      },
      'taken',
    ],
    [
      'citations without a format',
      {
        ...plain,
        messages: [user([{ type: 'search_result', source: 'a', title: 'b', content: [], citations: { enabled: true } }])],
      },
      'taken',
    ],
    [
      'a model without structured outputs',
      { model: 'claude-opus-4-1' },
      "output_config.format: 'claude-opus-4-1-20250805' does not support output format.",
    ],
    [
      'the older parameter',
      { ...plain, output_format: FORMAT },
      "output_format: This field is deprecated. Use 'output_config.format' instead.",
    ],
  ])('%s', async (_, request, words) => expect(await refusal(request)).toBe(words));

  test('the older parameter with its beta header', async () => {
    expect(await refusal({ ...plain, output_format: FORMAT }, { 'anthropic-beta': 'structured-outputs-2025-11-13' })).toBe(
      'taken',
    );
  });
});

describe('of tools', () => {
  const tools = (...list: object[]) => ({ ...plain, tools: list });
  const choose = (choice: object, more: object = {}) => ({
    ...plain,
    model: OLD,
    tools: [tool('note')],
    tool_choice: choice,
    ...more,
  });
  test.each<Row>([
    [
      'a strict tool with bounds',
      tools({ ...tool('note', { strict: true }), input_schema: closed({ a: { type: 'integer', maximum: 1 } }) }),
      "tools.0.custom: For 'integer' type, property 'maximum' is not supported",
    ],
    [
      'one with bounds that is not strict',
      tools({ ...tool('note'), input_schema: closed({ a: { type: 'integer', maximum: 1 } }) }),
      'taken',
    ],
    [
      'an invalid schema',
      tools({ name: 'note', input_schema: { type: 'object', properties: { a: { type: 'STRING' } } } }),
      'tools.0.custom.input_schema: JSON schema is invalid. It must match JSON Schema draft 2020-12 (https://json-schema.org/draft/2020-12). Learn more about tool use at https://docs.claude.com/en/docs/tool-use.',
    ],
    ['a schema without type', tools({ name: 'note', input_schema: {} }), 'tools.0.custom.input_schema.type: Field required'],
    [
      'a list as input',
      tools({ name: 'note', input_schema: { type: 'array' } }),
      "tools.0.custom.input_schema.type: Input should be 'object'",
    ],
    [
      'a union at the root',
      tools({ name: 'note', input_schema: { type: 'object', anyOf: [] } }),
      'tools.0.custom.input_schema: input_schema does not support oneOf, allOf, or anyOf at the top level',
    ],
    [
      'an odd property name',
      tools({ name: 'note', input_schema: { type: 'object', properties: { 'a b': {} } } }),
      "tools.0.custom.input_schema.properties: Property keys should match pattern '^[a-zA-Z0-9_.-]{1,64}$'",
    ],
    ['an odd name', tools(tool('a b')), "tools.0.custom.name: String should match pattern '^[a-zA-Z0-9_-]{1,64}$'"],
    ['one name twice', tools(tool('note'), tool('note')), 'tools: Tool names must be unique.'],
    ['a stray member', tools(tool('note', { run: 1 })), 'tools.0.custom.run: Extra inputs are not permitted'],
    [
      '21 strict tools',
      tools(...Array.from({ length: 21 }, (_, index) => tool(`t${index}`, { strict: true }))),
      'Too many strict tools (21). The maximum number of strict tools supported is 20. Try reducing the number of tools marked as strict.',
    ],
    ['21 tools that are not', tools(...Array.from({ length: 21 }, (_, index) => tool(`t${index}`))), 'taken'],
    [
      'a budget shared with the format',
      {
        tools: [{ name: 'a', strict: true, input_schema: closed(many(13, { type: 'null' }), []) }],
        output_config: { format: { type: 'json_schema', schema: closed(many(12, { type: 'null' }), []) } },
      },
      'Schemas contains too many optional parameters (25), which would make grammar compilation inefficient. Reduce the number of optional parameters in your tool schemas (limit: 24).',
    ],
    [
      'a wrong example',
      tools(tool('note', { input_examples: [{ a: 'x' }, { a: 1 }] })),
      expect.stringContaining('tools.0.custom.input_examples.1: ') as unknown as string,
    ],
    [
      'strict with programs',
      tools(tool('note', { strict: true, allowed_callers: ['code_execution_20260521'] })),
      'tools.0.custom: Tools with `strict: true` are not supported with programmatic calling',
    ],
    [
      'strict on a toolset',
      tools({ type: 'computer_toolset_20260801', strict: true }),
      'tools.0.computer_toolset_20260801.strict: Extra inputs are not permitted',
    ],
    [
      'a strict tool on a model without',
      { ...tools(tool('note', { strict: true })), model: 'claude-opus-4-1' },
      "tools.0.custom.strict: 'claude-opus-4-1-20250805' does not support strict tools.",
    ],
    [
      'all tools deferred',
      tools(tool('note', { defer_loading: true })),
      'At least one tool must have defer_loading=false. All tools cannot be deferred.',
    ],
    [
      'deferred and cached',
      tools(tool('a'), tool('note', { defer_loading: true, cache_control: { type: 'ephemeral' } })),
      "tools.1: Tool 'note' cannot have both defer_loading=true and cache_control set.",
    ],
    [
      'an unknown server tool',
      tools({ type: 'teleport_20260101', name: 'teleport' }),
      "tools.0: Input tag 'teleport_20260101' found using 'type' does not match any of the expected tags",
    ],
    [
      'a server tool under another name',
      tools({ type: 'web_search_20260318', name: 'search' }),
      "tools.0.web_search_20260318.name: Input should be 'web_search'",
    ],
    [
      'both lists of domains',
      tools({ type: 'web_search_20260318', name: 'web_search', allowed_domains: ['a.com'], blocked_domains: ['b.com'] }),
      'tools.0.web_search_20260318: only one of allowed_domains and blocked_domains may be specified',
    ],
    [
      'older code execution beside newer web tools',
      tools({ type: 'web_search_20260318', name: 'web_search' }, { type: 'code_execution_20250825', name: 'code_execution' }),
      'tools: `code_execution_20250825` is not supported alongside `web_search_20260318`. Use `code_execution_20260120` or later, or leave the code execution tool out.',
    ],
    [
      'newer code execution beside them',
      tools({ type: 'web_search_20260318', name: 'web_search' }, { type: 'code_execution_20260521', name: 'code_execution' }),
      'taken',
    ],
    [
      'every tool of the API',
      tools(
        ...['memory_20250818', 'bash_20250124', 'tool_search_tool_regex_20251119', 'web_fetch_20260318'].map((type) => ({
          type,
          name: type.replace(/_\d+$/, ''),
        })),
        { type: 'text_editor_20250728', name: 'str_replace_based_edit_tool' },
        { type: 'browser_toolset_20260801' },
      ),
      'taken',
    ],
    [
      'a choice without tools',
      { ...plain, tool_choice: { type: 'any' } },
      'tool_choice: tool_choice may only be specified while providing tools',
    ],
    ['a choice of nobody', choose({ type: 'tool', name: 'zzz' }), "tool_choice: Tool 'zzz' not found in provided tools"],
    ['a forced choice', choose({ type: 'any' }), 'taken'],
    [
      'a forced choice on Sonnet 5.5',
      choose({ type: 'any' }, { model: 'claude-sonnet-5-5' }),
      'tool_choice: `type "tool" and "any" are not supported for this model`',
    ],
    [
      'a forced choice on Fable',
      choose({ type: 'tool', name: 'note' }, { model: 'claude-fable-5' }),
      'tool_choice forces tool use is not compatible with this model.',
    ],
    [
      'a forced choice with manual thinking',
      choose({ type: 'any' }, { thinking: { type: 'enabled', budget_tokens: 1024 }, max_tokens: 2000 }),
      'Thinking may not be enabled when tool_choice forces tool use.',
    ],
    [
      'no parallel calls with programs',
      choose(
        { type: 'auto', disable_parallel_tool_use: true },
        { tools: [tool('note', { allowed_callers: ['code_execution_20260521'] })] },
      ),
      'tool_choice: `disable_parallel_tool_use: true` is not supported with programmatic calling',
    ],
    [
      'a choice of a tool for programs',
      choose({ type: 'tool', name: 'note' }, { tools: [tool('note', { allowed_callers: ['code_execution_20260521'] })] }),
      "tool_choice: Tool 'note' cannot be called directly: its allowed_callers do not hold 'direct'",
    ],
  ])('%s', async (_, request, words) => {
    const found = await refusal(request);
    if (typeof words === 'string') expect(found).toBe(words);
    else expect(found).toEqual(words);
  });
});

describe('of the conversation', () => {
  const talk = (...messages: object[]) => ({ ...plain, tools: [tool('note')], messages: [user('a'), ...messages] });
  test.each<Row>([
    ['a call and its result', talk(assistant([call('t1')]), user([result('t1')])), 'taken'],
    [
      'a result in two messages of the user',
      talk(assistant([call('t1'), call('t2')]), user([result('t1')]), user([result('t2')])),
      'taken',
    ],
    [
      'no result',
      talk(assistant([call('t1')]), user('b')),
      'messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: t1. Each `tool_use` block must have a corresponding `tool_result` block in the next message.',
    ],
    [
      'one result of two',
      talk(assistant([call('t1'), call('t2')]), user([result('t1')])),
      'messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: t2. Each `tool_use` block must have a corresponding `tool_result` block in the next message.',
    ],
    [
      'text before the result',
      talk(assistant([call('t1')]), user([{ type: 'text', text: 'b' }, result('t1')])),
      'messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: t1. Each `tool_use` block must have a corresponding `tool_result` block in the next message.',
    ],
    ['text after the result', talk(assistant([call('t1')]), user([result('t1'), { type: 'text', text: 'b' }])), 'taken'],
    [
      'a result of nothing',
      talk(assistant([call('t1')]), user([result('t1'), result('t9')])),
      'messages.2.content.1: unexpected `tool_use_id` found in `tool_result` blocks: t9. Each `tool_result` block must have a corresponding `tool_use` block in the previous message.',
    ],
    [
      'two results of one call',
      talk(assistant([call('t1')]), user([result('t1'), result('t1')])),
      'messages.2.content.1: each tool_use must have a single result. Found multiple `tool_result` blocks with id: t1',
    ],
    [
      'one id twice',
      talk(assistant([call('t1'), call('t1')]), user([result('t1')])),
      'messages.1: `tool_use` ids must be unique. Found more than one `t1`',
    ],
    [
      'a server call without its result',
      talk(assistant([{ type: 'server_tool_use', id: 's1', name: 'web_search', input: {} }]), user('b')),
      '`web_search` tool use with id `s1` was found without a corresponding `web_search_tool_result` block',
    ],
    [
      'one still at work beside a call of ours',
      talk(assistant([{ type: 'server_tool_use', id: 's1', name: 'web_search', input: {} }, call('t1')]), user([result('t1')])),
      'taken',
    ],
    [
      'a call of a program outside its container',
      talk(assistant([call('t1', { caller: { type: 'code_execution_20260120', tool_id: 's1' } })]), user([result('t1')])),
      'container_id is required when there are pending tool uses generated by code execution with tools.',
    ],
    [
      'one in its container',
      {
        ...talk(assistant([call('t1', { caller: { type: 'code_execution_20260120', tool_id: 's1' } })]), user([result('t1')])),
        container: 'c1',
      },
      'taken',
    ],
    [
      'text beside results of programs',
      {
        ...talk(
          assistant([call('t1', { caller: { type: 'code_execution_20260120', tool_id: 's1' } })]),
          user([result('t1'), { type: 'text', text: 'b' }]),
        ),
        container: 'c1',
      },
      'messages.2: only `tool_result` blocks are allowed while tool calls from code execution are pending',
    ],
  ])('%s', async (_, request, words) => expect(await refusal(request)).toContain(words));
});

test('another target is enforced as it says', async () => {
  const { client } = await start({ target: oddTarget, models: [{ id: 'odd-2' }, { id: 'odd-1', maxTokens: 9 }] });
  const ask = (schema: object, model = 'odd-2') =>
    client.messages.create(
      params({ model, output_config: { format: { type: 'json_schema', schema: schema as Record<string, unknown> } } }),
    );
  const { wire } = compile(
    { type: 'object', properties: { age: { type: 'integer', minimum: 1 } }, required: ['age'] },
    { target: oddTarget },
  );
  expect((await ask(wire)).stop_reason).toBe('end_turn');
  await expect(ask(closed(many(4, { type: 'string' }), []))).rejects.toThrow('too many optional parameters (4)');
  await expect(ask(closed({ a: { type: ['string', 'null'] } }))).rejects.toThrow('a list of types is not supported');
  await expect(ask(wire, 'odd-1')).rejects.toThrow('max_tokens: 1024 > 9');
});

test('the SDK gets its own kinds of errors', async () => {
  const { client } = started;
  await expect(client.messages.create(params({ max_tokens: -1 }))).rejects.toBeInstanceOf(Anthropic.BadRequestError);
  await expect(client.messages.create(params({ model: 'gone' }))).rejects.toBeInstanceOf(Anthropic.NotFoundError);
});

function doubling(levels: number): object {
  const $defs: Record<string, object> = { d0: closed({ a: { type: 'null' } }) };
  for (let level = 1; level <= levels; level++) $defs[`d${level}`] = closed(many(2, { $ref: `#/$defs/d${level - 1}` }));
  return { ...closed({ a: { $ref: `#/$defs/d${levels}` } }), $defs };
}

function chain(length: number): object {
  const $defs: Record<string, object> = { d0: { type: 'null' } };
  for (let level = 1; level < length; level++) $defs[`d${level}`] = closed({ next: { $ref: `#/$defs/d${level - 1}` } });
  return { ...closed({ a: { $ref: `#/$defs/d${length - 1}` } }), $defs };
}
