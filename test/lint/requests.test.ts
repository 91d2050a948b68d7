import { describe, expect, test } from 'vitest';
import { rules as preflightRules } from '../../src/client/preflight/index.js';
import { requestRules } from '../../src/lint/request/rules/index.js';
import { request, SCHEMA } from '../support/preflight.js';
import { emulated, lintBody } from './requests.js';

const about = 'Looks up what is known of it.';
const tool = (name: string, more: object = {}) => ({ name, description: `${about} ${name}`, input_schema: SCHEMA, ...more });
const tools = (...all: object[]) => ({ tools: all });
const format = (schema: object = SCHEMA, more: object = {}) => ({
  output_config: { format: { type: 'json_schema', schema, ...more } },
});
const closed = (properties: object, required: readonly string[] = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const many = (count: number, schema: object = { type: 'string' }) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, schema]));
const all = (count: number, more: object = {}) => Array.from({ length: count }, (_, index) => tool(`n${index}`, more));
const user = (content: unknown) => ({ role: 'user', content });
const assistant = (content: unknown) => ({ role: 'assistant', content });
const call = (id: string, more: object = {}) => ({ type: 'tool_use', id, name: 'find', input: {}, ...more });
const result = (id: string, content: unknown = 'done') => ({ type: 'tool_result', tool_use_id: id, content });
const cited = { type: 'document', source: { type: 'text', data: 'x', media_type: 'text/plain' }, citations: { enabled: true } };
const code = { type: 'code_execution_20260521', name: 'code_execution' };
const byCode = { allowed_callers: ['code_execution_20260521'] };
const search = { type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' };
const web = (date: string, more: object = {}) => ({ type: `web_search_${date}`, name: 'web_search', ...more });
const set = (name: string, more: object = {}) => ({ type: 'mcp_toolset', mcp_server_name: name, ...more });
const server = (name: string, url = 'https://example.com/sse') => ({ type: 'url', name, url });
const OLD = 'claude-opus-4-6';

interface Row {
  /** What is wrong, as changes to a request that works, with the places. */
  readonly hits: readonly (readonly [changes: object, ...paths: string[]])[];
  /** The nearest requests that nothing is wrong with. */
  readonly clean: readonly object[];
  /** Why the emulator takes it all the same. */
  readonly emulatorTakes?: string;
}

const TABLE: Readonly<Record<string, Row>> = {
  'not-json': {
    hits: [[{ metadata: { user_id: 1n } }, '/metadata/user_id']],
    clean: [{ metadata: { user_id: '1' } }],
    emulatorTakes: 'it reads text, which holds JSON only',
  },
  'request-members': {
    hits: [
      [{ response_format: {} }, '/response_format'],
      [{ maxTokens: 5 }, '/maxTokens'],
      [{ system: 7 }, '/system'],
      [{ model: undefined }, ''],
      [{ stop_sequences: [' '] }, '/stop_sequences'],
    ],
    clean: [{ system: 'Be brief.' }, { stop_sequences: ['END'] }, { metadata: {} }],
  },
  messages: {
    hits: [
      [{ messages: [] }, '/messages'],
      [{ messages: undefined }, '/messages'],
    ],
    clean: [{}],
  },
  'max-tokens': {
    hits: [
      [{ max_tokens: undefined }, '/max_tokens'],
      [{ max_tokens: '5' }, '/max_tokens'],
    ],
    clean: [{ max_tokens: 0 }],
  },
  stream: { hits: [[{ stream: true }, '/stream']], clean: [{ stream: false }], emulatorTakes: 'the API streams' },
  conversation: {
    hits: [
      [{ messages: [assistant('a'), user('b')] }, '/messages'],
      [{ messages: [user([result('x')]), assistant([result('x')]), user('c')] }, '/messages/1/content/0'],
      [{ messages: [{ role: 'human', content: 'a' }] }, '/messages/0/role'],
    ],
    clean: [{ messages: [user('a'), assistant('b'), user('c')] }],
  },
  'tool-results': {
    hits: [
      [{ ...tools(tool('find')), messages: [user('a'), assistant([call('1')]), user('b')] }, '/messages/1'],
      [
        {
          ...tools(tool('find')),
          messages: [user('a'), assistant([call('1')]), user([{ type: 'text', text: 'b' }, result('1')])],
        },
        '/messages/1',
      ],
      [{ ...tools(tool('find')), messages: [user('a'), assistant('b'), user([result('1')])] }, '/messages/2/content/0'],
      [
        {
          ...tools(tool('find', byCode), code),
          messages: [user('a'), assistant([call('1', { caller: { type: 'code_execution_20260521' } })]), user([result('1')])],
        },
        '',
      ],
    ],
    clean: [
      { ...tools(tool('find')), messages: [user('a'), assistant([call('1')]), user([result('1'), { type: 'text', text: 'b' }])] },
      {
        ...tools(tool('find', byCode), code),
        container: 'c1',
        messages: [user('a'), assistant([call('1', { caller: { type: 'code_execution_20260521' } })]), user([result('1')])],
      },
    ],
  },
  'tool-reference': {
    hits: [
      [
        {
          ...tools(tool('find')),
          messages: [user('a'), assistant([call('1')]), user([result('1', [{ type: 'tool_reference', tool_name: 'lost' }])])],
        },
        '/messages/2/content/0/content/0/tool_name',
      ],
    ],
    clean: [
      {
        ...tools(tool('find'), tool('lost', { defer_loading: true })),
        messages: [user('a'), assistant([call('1')]), user([result('1', [{ type: 'tool_reference', tool_name: 'lost' }])])],
      },
    ],
    emulatorTakes: 'it does not follow references',
  },
  'legacy-output-format': {
    hits: [[{ output_format: { type: 'json_schema', schema: SCHEMA } }, '/output_format']],
    clean: [format()],
  },
  'output-format': {
    hits: [
      [format(SCHEMA, { name: 'answer' }), '/output_config/format/name'],
      [{ output_config: { format: { type: 'json_object' } } }, '/output_config/format/type', '/output_config/format/schema'],
    ],
    clean: [format()],
  },
  'unlowered-schema': {
    hits: [
      [format({ type: 'object', properties: {} }), '/output_config/format/schema'],
      [
        format(closed({ a: { type: 'integer', minimum: 1 }, b: { type: 'array', items: {} } })),
        '/output_config/format/schema/properties/a/minimum',
        '/output_config/format/schema/properties/b/items',
      ],
      [format(closed({ a: { oneOf: [{ type: 'string' }] } })), '/output_config/format/schema/properties/a/oneOf'],
      [format({ anyOf: [{ $ref: '#/$defs/a' }], $defs: { a: SCHEMA } }), '/output_config/format/schema'],
      [
        tools(tool('find', { strict: true, input_schema: closed({ a: { type: 'string', maxLength: 3 } }) })),
        '/tools/0/input_schema/properties/a/maxLength',
      ],
    ],
    clean: [
      format({ type: 'array', items: { type: 'integer' } }),
      tools(tool('find', { input_schema: closed({ a: { type: 'string', maxLength: 3 } }) })),
      tools(tool('find', { strict: true })),
    ],
  },
  'model-without-structured-outputs': {
    hits: [
      [{ model: 'claude-opus-4-1', ...format() }, '/model'],
      [{ model: 'claude-opus-4-1', ...tools(tool('find', { strict: true })) }, '/model'],
    ],
    clean: [{ model: 'claude-opus-4-1' }, { model: 'claude-opus-4-5', ...format() }],
  },
  'manual-thinking': {
    hits: [[{ thinking: { type: 'enabled', budget_tokens: 2000 }, max_tokens: 4000 }, '/thinking/type']],
    clean: [
      { thinking: { type: 'adaptive' } },
      { model: OLD, thinking: { type: 'enabled', budget_tokens: 2000 }, max_tokens: 4000 },
    ],
  },
  'thinking-model': {
    hits: [[{ model: OLD, thinking: { type: 'enabled', budget_tokens: 10 } }, '/thinking/budget_tokens']],
    clean: [
      { thinking: { type: 'adaptive' } },
      { model: OLD, thinking: { type: 'enabled', budget_tokens: 2000 }, max_tokens: 4000 },
    ],
  },
  sampling: {
    hits: [
      [{ temperature: 0.2 }, '/temperature'],
      [{ top_k: 5 }, '/top_k'],
    ],
    clean: [{ temperature: 1 }, { model: OLD, temperature: 0.2 }],
  },
  'citations-with-format': {
    hits: [
      [{ ...format(), messages: [user([cited, { type: 'text', text: 'a' }])] }, '/messages/0/content/0/citations'],
      [
        {
          ...format(),
          ...tools(tool('find')),
          messages: [
            user('a'),
            assistant([call('1')]),
            user([result('1', [{ type: 'search_result', citations: { enabled: true } }])]),
          ],
        },
        '/messages/2/content/0/content/0/citations',
      ],
    ],
    clean: [{ messages: [user([cited])] }, { ...format(), messages: [user([{ ...cited, citations: { enabled: false } }])] }],
  },
  prefill: {
    hits: [
      [{ model: 'claude-haiku-4-5', ...format(), messages: [user('a'), assistant('{')] }, '/messages/1'],
      [{ messages: [user('a'), assistant('{')] }, '/messages/1'],
    ],
    clean: [
      { model: 'claude-haiku-4-5', messages: [user('a'), assistant('{')] },
      { ...format(), messages: [user('a')] },
    ],
  },
  'stop-sequences-with-format': {
    hits: [[{ ...format(), stop_sequences: ['END'] }, '/stop_sequences']],
    clean: [{ stop_sequences: ['END'] }, format()],
    emulatorTakes: 'nobody is known to have tried; the answer would be cut',
  },
  'tool-name': {
    hits: [
      [tools(tool('a.b')), '/tools/0/name'],
      [tools(tool('x'.repeat(65))), '/tools/0/name'],
    ],
    clean: [tools(tool('a_b'))],
  },
  'tool-members': {
    hits: [
      [tools({ name: 'find', description: `${about} find`, inputSchema: SCHEMA }), '/tools/0/inputSchema'],
      [tools(tool('find'), { name: 'other', description: `${about} other` }), '/tools/1'],
      [tools(tool('find', { strict: 'yes' })), '/tools/0/strict'],
    ],
    clean: [tools(tool('find', { strict: false, eager_input_streaming: true }))],
  },
  'server-tool': {
    hits: [
      [tools({ type: 'function', function: { name: 'find' } }), '/tools/0/type'],
      [tools({ type: 'memory_20250818', name: 'notes' }), '/tools/0/name'],
      [tools({ ...web('20250305'), eager_input_streaming: true }), '/tools/0/eager_input_streaming'],
      [tools({ ...web('20250305'), input_schema: SCHEMA }), '/tools/0/input_schema'],
    ],
    clean: [tools({ type: 'memory_20250818', name: 'memory' }, web('20260318'))],
  },
  'tool-input': {
    hits: [
      [tools(tool('find', { input_schema: { properties: {} } })), '/tools/0/input_schema/type'],
      [tools(tool('find', { input_schema: { type: 'object', anyOf: [{ required: ['a'] }] } })), '/tools/0/input_schema/anyOf'],
      [
        tools(tool('find', { input_schema: { type: 'object', properties: { 'a b': { type: 'string' } } } })),
        '/tools/0/input_schema/properties/a b',
      ],
      [
        tools(tool('find', { strict: true, input_schema: closed({ 'a b': { type: 'string' } }) })),
        '/tools/0/input_schema/properties/a b',
      ],
    ],
    clean: [
      tools(tool('find', { input_schema: { type: 'object', properties: { a: { anyOf: [{ type: 'string' }], minLength: 2 } } } })),
    ],
  },
  'tool-schema': {
    hits: [
      [
        tools(tool('find', { input_schema: { type: 'object', properties: { a: { type: 'STRING' } } } })),
        '/tools/0/input_schema/properties/a/type',
      ],
    ],
    clean: [
      tools(tool('find', { input_schema: { type: 'object', properties: { a: { anyOf: [{ type: 'string' }], minLength: 2 } } } })),
    ],
  },
  'tool-example': {
    hits: [
      [tools(tool('find', { input_examples: [{ a: 'x' }, { a: 7 }] })), '/tools/0/input_examples/1'],
      [tools(tool('find', { input_examples: { a: 'x' } })), '/tools/0/input_examples'],
      [tools(web('20260318', { input_examples: [{ query: 'x' }] })), '/tools/0/input_examples'],
    ],
    clean: [tools(tool('find', { input_examples: [{ a: 'x' }] }))],
  },
  'allowed-callers': {
    hits: [[tools(tool('find', { allowed_callers: ['direct', 'code_execution'] }), code), '/tools/0/allowed_callers/1']],
    clean: [tools(tool('find', { allowed_callers: ['direct', 'code_execution_20260521'] }), code)],
    emulatorTakes: 'it looks at the beginning only',
  },
  'strict-toolset': {
    hits: [[{ ...tools(set('a', { strict: true })), mcp_servers: [server('a')] }, '/tools/0/strict']],
    clean: [{ ...tools(set('a')), mcp_servers: [server('a')] }],
  },
  'strict-programmatic': {
    hits: [[tools(tool('find', { strict: true, ...byCode }), code), '/tools/0/allowed_callers']],
    clean: [tools(tool('find', byCode), code), tools(tool('find', { strict: true, allowed_callers: ['direct'] }), code)],
  },
  'programmatic-recursion': {
    hits: [
      [
        tools(tool('find', { ...byCode, input_schema: { type: 'object', properties: { a: { $ref: '#' } } } }), code),
        '/tools/0/input_schema',
      ],
      [
        tools(
          tool('find', {
            ...byCode,
            input_schema: {
              type: 'object',
              properties: { a: { $ref: '#/$defs/n' } },
              $defs: { n: { type: 'object', properties: { next: { $ref: '#/$defs/n' } } } },
            },
          }),
          code,
        ),
        '/tools/0/input_schema',
      ],
    ],
    clean: [tools(tool('find', { input_schema: { type: 'object', properties: { a: { $ref: '#' } } } }), code)],
    emulatorTakes: 'it compiles no signatures',
  },
  domains: {
    hits: [[tools(web('20260318', { allowed_domains: ['a.com'], blocked_domains: ['b.com'] })), '/tools/0/blocked_domains']],
    clean: [tools(web('20260318', { allowed_domains: ['a.com'] }))],
  },
  'deferred-with-cache-control': {
    hits: [
      [tools(search, tool('find', { defer_loading: true, cache_control: { type: 'ephemeral' } })), '/tools/1/cache_control'],
    ],
    clean: [tools(search, tool('find', { defer_loading: true })), tools(tool('find', { cache_control: { type: 'ephemeral' } }))],
  },
  'duplicate-tool-name': {
    hits: [[tools(tool('find'), tool('find', { description: 'Something else, of no one.' })), '/tools/1/name']],
    clean: [tools(tool('find'), tool('keep'))],
  },
  'mcp-server': {
    hits: [
      [tools(set('a')), '/tools/0/mcp_server_name'],
      [{ mcp_servers: [server('a')] }, '/mcp_servers/0/name'],
      [{ ...tools(set('a'), set('a')), mcp_servers: [server('a')] }, '/mcp_servers/0/name'],
      [{ ...tools(set('a')), mcp_servers: [server('a'), server('a')] }, '/mcp_servers/1/name'],
      [{ ...tools(set('a')), mcp_servers: [server('a', 'http://example.com')] }, '/mcp_servers/0/url'],
    ],
    clean: [{ ...tools(set('a'), set('b')), mcp_servers: [server('a'), server('b')] }],
    emulatorTakes: 'it connects to no server',
  },
  'all-tools-deferred': {
    hits: [[tools(tool('find', { defer_loading: true })), '/tools']],
    clean: [tools(search, tool('find', { defer_loading: true }))],
  },
  'too-many-deferred': {
    hits: [
      [
        tools(
          search,
          ...Array.from({ length: 10_001 }, (_, index) => ({
            ...web('20260318'),
            type: 'bash_20250124',
            name: `b${index}`,
            defer_loading: true,
          })),
        ),
        '/tools',
      ],
    ],
    clean: [],
    emulatorTakes: 'it searches nothing',
  },
  'caller-without-code-execution': {
    hits: [[tools(tool('find', byCode)), '/tools/0/allowed_callers']],
    clean: [tools(tool('find', byCode), code), tools(tool('find', byCode), web('20260318'))],
    emulatorTakes: 'it runs no code',
  },
  'web-with-old-code-execution': {
    hits: [[tools(web('20260318'), { type: 'code_execution_20250825', name: 'code_execution' }), '/tools/1/type']],
    clean: [tools(web('20260318'), code), tools(web('20250305'), { type: 'code_execution_20250825', name: 'code_execution' })],
  },
  'parallel-programmatic': {
    hits: [
      [
        { ...tools(tool('find', byCode), code), tool_choice: { type: 'auto', disable_parallel_tool_use: true } },
        '/tool_choice/disable_parallel_tool_use',
      ],
    ],
    clean: [{ ...tools(tool('find'), code), tool_choice: { type: 'auto', disable_parallel_tool_use: true } }],
  },
  'forced-tool-without-tools': {
    hits: [[{ tool_choice: { type: 'any' } }, '/tool_choice']],
    clean: [{ ...tools(tool('find')), tool_choice: { type: 'any' } }],
  },
  'forced-tool-model': {
    hits: [[{ model: 'claude-opus-5-5', ...tools(tool('find')), tool_choice: { type: 'any' } }, '/tool_choice']],
    clean: [{ model: 'claude-opus-5-5', ...tools(tool('find')), tool_choice: { type: 'auto' } }],
  },
  'forced-tool-thinking': {
    hits: [
      [
        {
          model: OLD,
          max_tokens: 4000,
          thinking: { type: 'enabled', budget_tokens: 2000 },
          ...tools(tool('find')),
          tool_choice: { type: 'tool', name: 'find' },
        },
        '/tool_choice',
      ],
    ],
    clean: [{ model: OLD, thinking: { type: 'adaptive' }, ...tools(tool('find')), tool_choice: { type: 'tool', name: 'find' } }],
  },
  'unknown-tool-choice': {
    hits: [[{ ...tools(tool('find')), tool_choice: { type: 'tool', name: 'fnd' } }, '/tool_choice/name']],
    clean: [{ ...tools(tool('find')), tool_choice: { type: 'tool', name: 'find' } }],
  },
  'tool-choice-caller': {
    hits: [[{ ...tools(tool('find', byCode), code), tool_choice: { type: 'tool', name: 'find' } }, '/tool_choice/name']],
    clean: [
      {
        ...tools(tool('find', { allowed_callers: ['direct', 'code_execution_20260521'] }), code),
        tool_choice: { type: 'tool', name: 'find' },
      },
    ],
  },
  'too-many-strict-tools': {
    hits: [[tools(...all(21, { strict: true })), '/tools']],
    clean: [tools(...all(20, { strict: true })), tools(...all(20, { strict: true }), tool('more'))],
  },
  'too-many-optionals': {
    hits: [
      [{ ...format(closed(many(13), [])), ...tools(tool('find', { strict: true, input_schema: closed(many(12), []) })) }, ''],
    ],
    clean: [{ ...format(closed(many(5), [])), ...tools(tool('find', { strict: true, input_schema: closed(many(5), []) })) }],
  },
  'too-many-unions': {
    hits: [
      [
        {
          ...format(closed(many(9, { type: ['string', 'null'] }))),
          ...tools(tool('find', { strict: true, input_schema: closed(many(8, { type: ['string', 'null'] })) })),
        },
        '',
      ],
    ],
    clean: [
      {
        ...format(closed(many(8, { type: ['string', 'null'] }))),
        ...tools(tool('find', { strict: true, input_schema: closed(many(8, { type: ['string', 'null'] })) })),
      },
    ],
  },
  'request-plan': { hits: [], clean: [{}] },
  'request-budget': {
    hits: [
      [{ ...format(closed(many(6), [])), ...tools(tool('find', { strict: true, input_schema: closed(many(6), []) })) }, ''],
      [{ ...format(closed(many(40))), ...tools(tool('find', { strict: true, input_schema: closed(many(40)) })) }, ''],
    ],
    clean: [{ ...format(closed(many(6), [])), ...tools(tool('find', { input_schema: closed(many(6), []) })) }],
    emulatorTakes: 'the documented limits are kept',
  },
  'too-many-tools': {
    hits: [[tools(...all(31)), '/tools']],
    clean: [
      tools(...all(30)),
      tools(search, ...all(20), ...Array.from({ length: 20 }, (_, index) => tool(`d${index}`, { defer_loading: true }))),
    ],
    emulatorTakes: 'it works, only worse',
  },
  'tool-description': {
    hits: [
      [tools({ name: 'find', input_schema: SCHEMA }), '/tools/0'],
      [tools(tool('find', { description: ' ' })), '/tools/0/description'],
      [tools(tool('get_weather', { description: 'Get the weather.' })), '/tools/0/description'],
    ],
    clean: [
      tools(tool('find', { description: 'Finds customers by their name.' })),
      tools(tool('find', { description: '查询指定城市的天气' })),
      tools(code),
    ],
    emulatorTakes: 'it works, only worse',
  },
  'similar-tools': {
    hits: [
      [tools(tool('get_user'), tool('getUser')), '/tools/1/name'],
      [
        tools(
          tool('search_web', { description: 'Searches the web for pages about a topic.' }),
          tool('find_pages', { description: 'Search web pages about some topic.' }),
          tool('lookup', { description: 'Search the web for the pages about topics' }),
        ),
        '/tools/2/description',
      ],
      [
        tools(
          tool('alpha', {
            description:
              'Reads the current state of an order from the shop, with its items, prices, customer, invoice, payments, refunds, address and delivery.',
          }),
          tool('beta', {
            description:
              'Reads the current state of an order from the shop, with its items, prices, customer, invoice, payments, refunds, address and shipping.',
          }),
        ),
        '/tools/1/description',
      ],
    ],
    clean: [
      tools(
        tool('get_user', { description: 'Gets a user by the given id.' }),
        tool('get_order', { description: 'Gets an order by the given id.' }),
        tool('get_users', { description: 'Gets all the users there are.' }),
      ),
      tools(
        tool('usd_to_eur', { description: 'Converts an amount from dollars to euros.' }),
        tool('eur_to_usd', { description: 'Converts an amount from euros to dollars.' }),
      ),
      tools(
        tool('create_file', {
          description: 'Creates a file in the workspace at a path, with its content, owner, mode, group and time.',
        }),
        tool('delete_file', {
          description: 'Deletes a file in the workspace at a path, with its content, owner, mode, group and time.',
        }),
      ),
    ],
    emulatorTakes: 'it works, only worse',
  },
};

const found = (changes: object, only?: string) =>
  lintBody(request(changes))
    .filter(({ rule, severity }) => (only === undefined ? severity !== 'info' : rule === only))
    .map(({ rule, path }) => (only === undefined ? `${rule} ${path}` : path));

describe.each(Object.entries(TABLE))('%s', (rule, { hits, clean, emulatorTakes }) => {
  test.each(hits.map((row, index) => ({ row, index })))('finds it ($index)', ({ row: [changes, ...paths] }) => {
    expect(found(changes, rule)).toEqual(paths);
    for (const { message, help } of lintBody(request(changes)).filter((each) => each.rule === rule))
      for (const text of [message, help]) expect(text).toMatch(/^[A-Z`"0-9].{12,}[.?!]$/s);
    if (emulatorTakes === undefined) expect(emulated(request(changes))).toBeTypeOf('string');
  });
  test.each(clean.map((changes, index) => ({ changes, index })))('and nothing in its neighbour ($index)', ({ changes }) => {
    expect(found(changes)).toEqual([]);
    expect(emulated(request(changes))).toBeUndefined();
  });
});

test('every rule stands in the table, and says what it is; every law of preflight is a rule', () => {
  const ids = requestRules.map(({ id }) => id);
  expect([...ids].sort()).toEqual(Object.keys(TABLE).sort());
  expect(preflightRules.map(({ code }) => code).filter((each) => !ids.includes(each))).toEqual([]);
  for (const { id, law, page, evidence } of requestRules) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(law, id).toMatch(/^[A-Z`].*\.$/);
    expect(page.length, id).toBeGreaterThan(60);
    expect(evidence.source.length, id).toBeGreaterThan(5);
  }
});
