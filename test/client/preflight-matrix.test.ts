import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  countTokens,
  defineTool,
  parse,
  parseOrThrow,
  RequestError,
  runTools,
  stream,
  submitBatch,
  warm,
} from '../../src/index.js';
import { claudeModels } from '../../src/targets/claude-models.js';
import { obliging, startApi } from '../support/api-server.js';

const { api, client } = await startApi();
const TEXT = '{"a":"x"}';
const output = z.object({ a: z.string() });
const base = { model: 'claude-opus-5', max_tokens: 100, messages: [{ role: 'user' as const, content: 'Hi' }] };
const schema = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false } as const;

type Params = Readonly<Record<string, unknown>>;
const CALLS: Readonly<Record<string, (params: Params) => Promise<unknown>>> = {
  parse: (params) => parse(client, { output, ...params } as never),
  parseOrThrow: (params) => parseOrThrow(client, { output, ...params } as never),
  stream: (params) => stream(client, { output, ...params } as never).answer(),
  runTools: (params) => runTools(client, { output, tools: [], ...params } as never),
  submitBatch: (params) => submitBatch(client, { output, ...params, items: [{ custom_id: 'a' }], probe: false } as never),
  warm: (params) => warm(client, { output, ...params } as never),
  countTokens: (params) => countTokens(client, { output, ...params } as never),
};

/** A forbidden combination: what it is refused with, and the nearest request that is not. */
interface Row {
  readonly title: string;
  readonly code: string;
  /** In the request; in a batch behind the item. */
  readonly path: string;
  readonly refused: Params;
  readonly allowed: Params;
  /** Words of the remedy. */
  readonly remedy: RegExp;
  readonly calls?: readonly string[];
}

const says = (...content: object[]) => ({ messages: [{ role: 'user', content }] });
const cited = (type: string, enabled: boolean) => ({
  type,
  citations: { enabled },
  ...(type === 'document'
    ? { source: { type: 'text', media_type: 'text/plain', data: 'x' } }
    : { source: 's', title: 't', content: [] }),
});
const strict = (name: string, more: object = {}) => ({ name, strict: true, input_schema: schema, ...more });
const plain = (name: string, more: object = {}) => ({ name, input_schema: schema, ...more });
const code = { type: 'code_execution_20260521', name: 'code_execution' };
const ending = (model: string, content: unknown) => ({
  model,
  messages: [...base.messages, { role: 'assistant', content }],
});
const choose = (model: string, type: string) => ({
  model,
  tools: [strict('a')],
  tool_choice: { type, ...(type === 'tool' && { name: 'a' }) },
});
const shape = (count: number, property: object, required: boolean) => {
  const names = Array.from({ length: count }, (_, index) => `p${index}`);
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, property])),
    required: required ? names : [],
    additionalProperties: false,
  };
};
const optionals = (count: number) => strict('o', { input_schema: shape(count, { type: 'string' }, false) });
const unions = (count: number) => strict('u', { input_schema: shape(count, { type: ['string', 'null'] }, true) });
const many = (count: number) => Array.from({ length: count }, (_, index) => strict(`t${index}`));
const recursive = { type: 'object', properties: { next: { $ref: '#' } } };

const ROWS: readonly Row[] = [
  ...['document', 'search_result'].map((type) => ({
    title: `citations of a ${type} with a format`,
    code: 'citations-with-format',
    path: '/messages/0/content/0/citations',
    refused: says(cited(type, true)),
    allowed: says(cited(type, false)),
    remedy: /Turn citations off/,
  })),
  {
    title: 'citations in the result of a tool with a format',
    code: 'citations-with-format',
    path: '/messages/2/content/0/content/0/citations',
    refused: {
      messages: [
        ...base.messages,
        { role: 'assistant', content: [{ type: 'tool_use', id: 't', name: 'a', input: {} }] },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: 't', content: [cited('search_result', true)] }] },
      ],
    },
    allowed: { ...says(cited('search_result', true)), output: undefined, tools: [strict('a')] },
    remedy: /Turn citations off/,
    calls: ['runTools', 'submitBatch', 'warm', 'countTokens'],
  },
  {
    title: 'prefill with a format',
    code: 'prefill',
    path: '/messages/1',
    refused: ending('claude-sonnet-4-5', '{'),
    allowed: { ...ending('claude-sonnet-4-5', '{'), output: undefined, tools: [strict('a')] },
    remedy: /End with a message of the user/,
    calls: ['runTools', 'submitBatch', 'warm', 'countTokens'],
  },
  ...claudeModels.withoutPrefill.value.map((model) => ({
    title: `prefill of ${model}`,
    code: 'prefill',
    path: '/messages/1',
    refused: { ...ending(model, [{ type: 'text', text: '{' }]), output: undefined, tools: [strict('a')] },
    allowed: { model, output: undefined, tools: [strict('a')] },
    remedy: /End with a message of the user/,
    calls: ['runTools', 'submitBatch', 'warm', 'countTokens'],
  })),
  {
    title: 'stop sequences with a format',
    code: 'stop-sequences-with-format',
    path: '/stop_sequences',
    refused: { stop_sequences: ['}'] },
    allowed: { stop_sequences: [] },
    remedy: /Leave them out/,
  },
  ...claudeModels.withoutForcedTools.value.flatMap((model) =>
    ['any', 'tool'].map((type) => ({
      title: `a forced tool (${type}) of ${model}`,
      code: 'forced-tool-model',
      path: '/tool_choice',
      refused: choose(model, type),
      allowed: choose(model, 'auto'),
      remedy: /auto/,
    })),
  ),
  ...['any', 'tool'].map((type) => ({
    title: `a forced tool (${type}) of a model that takes it`,
    code: 'unknown-tool-choice',
    path: '/tool_choice/name',
    refused: { ...choose('claude-opus-5', type), tool_choice: { type: 'tool', name: 'A' } },
    allowed: choose('claude-opus-5', type),
    remedy: /"a"/,
  })),
  {
    title: 'a forced tool without tools',
    code: 'forced-tool-without-tools',
    path: '/tool_choice',
    refused: { tool_choice: { type: 'any' } },
    allowed: { tool_choice: { type: 'none' } },
    remedy: /Add `tools`/,
  },
  {
    title: 'a forced tool with manual thinking',
    code: 'forced-tool-thinking',
    path: '/tool_choice',
    refused: { ...choose('claude-opus-4-5', 'any'), max_tokens: 4000, thinking: { type: 'enabled', budget_tokens: 1024 } },
    allowed: { ...choose('claude-opus-4-5', 'any'), max_tokens: 4000, thinking: { type: 'adaptive' } },
    remedy: /adaptive/,
    calls: ['parse', 'parseOrThrow', 'stream', 'runTools', 'submitBatch', 'countTokens'],
  },
  ...(claudeModels.withoutManualThinking?.value ?? []).map((model) => ({
    title: `manual thinking of ${model}`,
    code: 'manual-thinking',
    path: '/thinking/type',
    refused: { model, max_tokens: 4000, thinking: { type: 'enabled', budget_tokens: 1024 } },
    allowed: { model, max_tokens: 4000, thinking: { type: 'adaptive' } },
    remedy: /adaptive/,
    calls: ['parse', 'parseOrThrow', 'stream', 'runTools', 'submitBatch', 'countTokens'],
  })),
  ...(['temperature', 'top_p', 'top_k'] as const).map((name) => ({
    title: `${name} of a model that takes none`,
    code: 'sampling',
    path: `/${name}`,
    refused: { [name]: name === 'top_k' ? 5 : 0.5 },
    allowed: { [name]: name === 'top_k' ? 0 : 1 },
    remedy: /Leave/,
  })),
  {
    title: 'a temperature of a model that takes it',
    code: 'sampling',
    path: '/temperature',
    refused: { temperature: 0 },
    allowed: { model: 'claude-opus-4-6', temperature: 0 },
    remedy: /Leave/,
  },
  ...['code_execution_20250825', 'code_execution_20260120', 'code_execution_20260521'].map((caller) => ({
    title: `strict and called by ${caller}`,
    code: 'strict-programmatic',
    path: '/tools/0/allowed_callers',
    refused: { tools: [strict('a', { allowed_callers: [caller] }), code] },
    allowed: { tools: [plain('a', { allowed_callers: [caller] }), code] },
    remedy: /strict: false/,
  })),
  {
    title: 'strict by a definition of ours, and called by code',
    code: 'strict-programmatic',
    path: '/tools/0/allowed_callers',
    refused: { tools: [defineTool({ name: 'a', input: output, allowed_callers: ['direct', 'code_execution_20260521'] }), code] },
    allowed: { tools: [defineTool({ name: 'a', input: output, allowed_callers: ['direct'] }), code] },
    remedy: /\['direct'\]/,
  },
  {
    title: 'no parallel calls, and called by code',
    code: 'parallel-programmatic',
    path: '/tool_choice/disable_parallel_tool_use',
    refused: {
      tools: [plain('a', { allowed_callers: ['code_execution_20260521'] }), code],
      tool_choice: { type: 'auto', disable_parallel_tool_use: true },
    },
    allowed: {
      tools: [plain('a', { allowed_callers: ['code_execution_20260521'] }), code],
      tool_choice: { type: 'auto', disable_parallel_tool_use: false },
    },
    remedy: /disable_parallel_tool_use/,
  },
  {
    title: 'a choice of a tool that only code may call',
    code: 'tool-choice-caller',
    path: '/tool_choice/name',
    refused: {
      tools: [plain('a', { allowed_callers: ['code_execution_20260521'] }), code],
      tool_choice: { type: 'tool', name: 'a' },
    },
    allowed: {
      tools: [plain('a', { allowed_callers: ['direct', 'code_execution_20260521'] }), code],
      tool_choice: { type: 'tool', name: 'a' },
    },
    remedy: /'direct'/,
  },
  {
    title: 'a recursive input called by code',
    code: 'programmatic-recursion',
    path: '/tools/0/input_schema',
    refused: { tools: [plain('a', { input_schema: recursive, allowed_callers: ['code_execution_20260521'] }), code] },
    allowed: { tools: [plain('a', { input_schema: recursive }), code] },
    remedy: /defineTool/,
  },
  {
    title: 'inputs called by code that are recursive in circles of definitions',
    code: 'programmatic-recursion',
    path: '/tools/0/input_schema',
    refused: {
      tools: [
        plain('a', {
          allowed_callers: ['code_execution_20260521'],
          input_schema: {
            type: 'object',
            properties: { a: { $ref: '#/$defs/a' } },
            $defs: { a: { type: 'array', items: { $ref: '#/$defs/b' } }, b: { type: 'array', items: { $ref: '#/$defs/a' } } },
          },
        }),
        code,
      ],
    },
    allowed: {
      tools: [
        plain('a', {
          allowed_callers: ['code_execution_20260521'],
          input_schema: {
            type: 'object',
            properties: { a: { $ref: '#/$defs/a' }, b: { $ref: '#/$defs/b' } },
            $defs: { a: { type: 'array', items: { $ref: '#/$defs/b' } }, b: { type: 'string' } },
          },
        }),
        code,
      ],
    },
    remedy: /direct/,
  },
  {
    title: 'called by code without code execution',
    code: 'caller-without-code-execution',
    path: '/tools/0/allowed_callers',
    refused: { tools: [plain('a', { allowed_callers: ['code_execution_20260521'] })] },
    allowed: {
      tools: [plain('a', { allowed_callers: ['code_execution_20260521'] }), { type: 'web_search_20260209', name: 'web_search' }],
    },
    remedy: /code_execution_20260521/,
  },
  ...['mcp_toolset', 'computer_toolset_20260801', 'browser_toolset_20260801'].map((type) => ({
    title: `a strict ${type}`,
    code: 'strict-toolset',
    path: '/tools/0/strict',
    refused: { tools: [{ type, mcp_server_name: 'm', strict: true }] },
    allowed: { tools: [{ type, mcp_server_name: 'm' }] },
    remedy: /Leave `strict` out/,
  })),
  ...['web_search_20260209', 'web_search_20260318', 'web_fetch_20260209', 'web_fetch_20260309', 'web_fetch_20260318'].flatMap(
    (web) =>
      ['code_execution_20250522', 'code_execution_20250825'].map((old) => ({
        title: `${web} with ${old}`,
        code: 'web-with-old-code-execution',
        path: '/tools/1/type',
        refused: {
          tools: [
            { type: web, name: web.slice(0, -9) },
            { type: old, name: 'code_execution' },
          ],
        },
        allowed: {
          tools: [
            { type: web, name: web.slice(0, -9) },
            { type: 'code_execution_20260120', name: 'code_execution' },
          ],
        },
        remedy: /code_execution_20260521/,
      })),
  ),
  {
    title: 'an old web search with an old code execution',
    code: 'web-with-old-code-execution',
    path: '/tools/1/type',
    refused: {
      tools: [
        { type: 'web_search_20260209', name: 'web_search' },
        { type: 'code_execution_20250825', name: 'code_execution' },
      ],
    },
    allowed: {
      tools: [
        { type: 'web_search_20250305', name: 'web_search' },
        { type: 'code_execution_20250825', name: 'code_execution' },
      ],
    },
    remedy: /leave it out/,
  },
  {
    title: 'allowed and blocked domains',
    code: 'domains',
    path: '/tools/0/blocked_domains',
    refused: { tools: [{ type: 'web_search_20260318', name: 'web_search', allowed_domains: ['a.b'], blocked_domains: ['c.d'] }] },
    allowed: { tools: [{ type: 'web_search_20260318', name: 'web_search', allowed_domains: ['a.b'] }] },
    remedy: /allowed_domains/,
  },
  {
    title: 'two tools of one name',
    code: 'duplicate-tool-name',
    path: '/tools/1/name',
    refused: { tools: [plain('a'), plain('a')] },
    allowed: { tools: [plain('a'), plain('A')] },
    remedy: /name of its own/,
  },
  ...['a b', '', 'ä', 'a.b', 'x'.repeat(65)].map((name) => ({
    title: `the name ${JSON.stringify(name.slice(0, 10))}`,
    code: 'tool-name',
    path: '/tools/0/name',
    refused: { tools: [plain(name)] },
    allowed: { tools: [plain('x'.repeat(64))] },
    remedy: /letters, digits/,
  })),
  ...['oneOf', 'anyOf', 'allOf'].map((keyword) => ({
    title: `an input with ${keyword} at its root`,
    code: 'tool-input',
    path: `/tools/0/input_schema/${keyword}`,
    refused: { tools: [plain('a', { input_schema: { type: 'object', [keyword]: [schema] } })] },
    allowed: { tools: [plain('a', { input_schema: { type: 'object', properties: { a: { [keyword]: [schema] } } } })] },
    remedy: /defineTool/,
  })),
  {
    title: 'an input that is no object',
    code: 'tool-input',
    path: '/tools/0/input_schema/type',
    refused: { tools: [plain('a', { input_schema: { type: 'array', items: { type: 'string' } } })] },
    allowed: { tools: [plain('a', { input_schema: { type: 'object' } })] },
    remedy: /defineTool/,
  },
  {
    title: 'an input without a type',
    code: 'tool-input',
    path: '/tools/0/input_schema/type',
    refused: { tools: [plain('a', { input_schema: { properties: {} } })] },
    allowed: { tools: [plain('a', { input_schema: { type: 'object', properties: {} } })] },
    remedy: /defineTool/,
  },
  {
    title: 'a property of an input whose name is not taken',
    code: 'tool-input',
    path: '/tools/0/input_schema/properties/o/items/properties/a b',
    refused: {
      tools: [
        plain('a', {
          input_schema: {
            type: 'object',
            properties: { o: { type: 'array', items: { type: 'object', properties: { 'a b': { type: 'string' } } } } },
          },
        }),
      ],
    },
    allowed: {
      tools: [
        plain('a', {
          input_schema: {
            type: 'object',
            properties: {
              properties: { type: 'object', properties: { 'a.b-c_d': { enum: ['a b'] } }, default: { properties: { 'a b': 1 } } },
            },
          },
        }),
      ],
    },
    remedy: /letters, digits/i,
  },
  {
    title: 'all tools deferred',
    code: 'all-tools-deferred',
    path: '/tools',
    refused: { tools: [plain('a', { defer_loading: true })] },
    allowed: {
      tools: [plain('a', { defer_loading: true }), { type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' }],
    },
    remedy: /tool_search_tool_regex/,
  },
  {
    title: 'a deferred tool that is to be cached',
    code: 'deferred-with-cache-control',
    path: '/tools/0/cache_control',
    refused: { tools: [strict('a', { defer_loading: true, cache_control: { type: 'ephemeral' } }), strict('b')] },
    allowed: { tools: [strict('a', { defer_loading: true }), strict('b', { cache_control: { type: 'ephemeral' } })] },
    remedy: /not deferred/,
  },
  {
    title: '21 strict tools',
    code: 'too-many-strict-tools',
    path: '/tools',
    refused: { tools: many(21) },
    allowed: { tools: many(20) },
    remedy: /strict: false.*"t20"/,
  },
  {
    title: '25 optionals',
    code: 'too-many-optionals',
    path: '',
    refused: { tools: [optionals(25)] },
    allowed: { tools: [optionals(24)] },
    remedy: /required/,
  },
  {
    title: '17 unions',
    code: 'too-many-unions',
    path: '',
    refused: { tools: [unions(17)] },
    allowed: { tools: [unions(16)] },
    remedy: /strict: false/,
  },
  ...['claude-3-7-sonnet-20250219', 'claude-opus-4-1-20250805', 'claude-sonnet-4@20250514'].flatMap((model) => [
    {
      title: `an output of ${model}`,
      code: 'model-without-structured-outputs',
      path: '/model',
      refused: { model },
      allowed: { model, output: undefined, tools: [plain('a')] },
      remedy: /claude-/,
      calls: ['runTools', 'submitBatch', 'warm', 'countTokens'],
    },
    {
      title: `a strict tool of ${model}`,
      code: 'model-without-structured-outputs',
      path: '/model',
      refused: { model, output: undefined, tools: [strict('a')] },
      allowed: { model, output: undefined, tools: [plain('a')] },
      remedy: /strict: false/,
      calls: ['runTools', 'submitBatch', 'warm', 'countTokens'],
    },
  ]),
  {
    title: 'the older name of the format',
    code: 'legacy-output-format',
    path: '/output_format',
    refused: { output: undefined, tools: [], output_format: { type: 'json_schema', schema } },
    allowed: { output: undefined, tools: [], output_config: { format: { type: 'json_schema', schema } } },
    remedy: /output_config\.format/,
    calls: ['runTools', 'submitBatch', 'warm', 'countTokens'],
  },
  {
    title: 'another key in the format',
    code: 'output-format',
    path: '/output_config/format/name',
    refused: { output: undefined, tools: [], output_config: { format: { type: 'json_schema', schema, name: 'x' } } },
    allowed: { output: undefined, tools: [], output_config: { format: { type: 'json_schema', schema } } },
    remedy: /Leave "name" out/,
    calls: ['runTools', 'submitBatch', 'warm', 'countTokens'],
  },
  {
    title: 'no messages',
    code: 'messages',
    path: '/messages',
    refused: { messages: [] },
    allowed: {},
    remedy: /at least one message/,
  },
  {
    title: 'no number of tokens',
    code: 'max-tokens',
    path: '/max_tokens',
    refused: { max_tokens: undefined },
    allowed: { max_tokens: 1 },
    remedy: /such as 4096/,
    calls: ['parse', 'parseOrThrow', 'stream', 'runTools', 'submitBatch'],
  },
  {
    title: 'a stream by hand',
    code: 'stream',
    path: '/stream',
    refused: { stream: true },
    allowed: { stream: false },
    remedy: /stream\(client, params\)/,
  },
];

describe.each(ROWS)('$title', ({ code: expected, path, refused, allowed, remedy, calls = Object.keys(CALLS) }) => {
  test.each(calls)('%s', async (name) => {
    const call = CALLS[name] as (typeof CALLS)[string];
    api.willAnswer(obliging(TEXT));
    const error = await call({ ...base, ...refused }).then(
      () => expect.fail('it was sent'),
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(RequestError);
    expect(api.requests).toHaveLength(0);
    const { diagnostics, message } = error as RequestError;
    const place = name === 'submitBatch' ? `/items/0${path}` : path;
    expect(diagnostics.map((one) => [one.code, one.severity, one.path])).toEqual([[expected, 'error', place]]);
    expect(diagnostics[0]?.help).toMatch(remedy);
    expect(message).toContain(`${place === '' ? '(request)' : place}: ${diagnostics[0]?.message} ${diagnostics[0]?.help}`);

    await call({ ...base, ...allowed });
    expect(api.requests).toHaveLength(1);
  });
});

test('every rule has a row', async () => {
  const { rules } = await import('../../src/client/preflight/index.js');
  expect(new Set(ROWS.map((row) => row.code))).toEqual(new Set(rules.map((rule) => rule.code)));
});

describe('what would be refused of raw schemas is planned for one’s own', () => {
  const wide = (count: number) =>
    z.object(Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, z.string().nullable()])));
  const unionsSent = () => JSON.stringify(api.requests[0]?.body).match(/"anyOf":|"type":\[/g)?.length ?? 0;

  test.each(Object.keys(CALLS).filter((name) => name !== 'parseOrThrow'))('%s', async (name) => {
    for (const params of [{ tools: [defineTool({ name: 'a', input: wide(40) })] }, { output: wide(17), tools: [unions(10)] }]) {
      api.willAnswer(obliging(TEXT));
      await (CALLS[name] as (typeof CALLS)[string])({ ...base, ...params });
      expect(api.requests).toHaveLength(1);
      expect(unionsSent()).toBeLessThanOrEqual(16);
    }
  });
});

describe('what only batches refuse', () => {
  const submit = (item: object) =>
    submitBatch(client, { ...base, output, items: [{ custom_id: 'a' }, { custom_id: 'b', ...item }] } as never);

  test.each<[string, object, string, string]>([
    ['nothing to answer', { max_tokens: 0 }, 'batch-max-tokens', '/items/1/max_tokens'],
    ['two of one name', { custom_id: 'a' }, 'batch-id', '/items/1/custom_id'],
    ['a name with a dot', { custom_id: 'a.b' }, 'batch-id', '/items/1/custom_id'],
    ['speed', { speed: 'fast' }, 'batch-param', '/items/1/speed'],
    ['store', { store: true }, 'batch-param', '/items/1/store'],
    ['fallbacks', { fallbacks: [] }, 'batch-param', '/items/1/fallbacks'],
    ['a stream', { stream: true }, 'stream', '/items/1/stream'],
    ['a prefill', ending('claude-opus-5', '{'), 'prefill', '/items/1/messages/1'],
  ])('%s', async (_title, item, expected, path) => {
    api.willAnswer(obliging(TEXT));
    const error = await submit(item).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RequestError);
    expect((error as RequestError).diagnostics.map((one) => [one.code, one.path])).toEqual([[expected, path]]);
    expect(api.requests).toHaveLength(0);
    await submit({ custom_id: 'b' });
    expect(api.requests.map((came) => came.path)).toEqual(['/v1/messages', '/v1/messages/batches']);
  });
});

test('a budget of thinking does not stand beside a single token', async () => {
  api.willAnswer(obliging(TEXT));
  const thinking = { ...base, model: 'claude-opus-4-5', max_tokens: 4000, thinking: { type: 'enabled', budget_tokens: 2000 } };
  await (CALLS['warm'] as (typeof CALLS)[string])(thinking);
  await submitBatch(client, { ...thinking, output, items: [{ custom_id: 'a' }] } as never);
  const [warmed, probed, batch] = api.requests.map(({ body }) => body);
  for (const body of [warmed, probed]) expect(body).toMatchObject({ max_tokens: 1 });
  for (const body of [warmed, probed]) expect(body).not.toHaveProperty('thinking');
  expect(batch).toMatchObject({ requests: [{ params: { thinking: { type: 'enabled' }, max_tokens: 4000 } }] });
});
