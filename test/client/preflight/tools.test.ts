import { table, tool } from '../../support/preflight.js';

const tools = (...all: object[]) => ({ tools: all });
const run = (date: string) => ({ type: `code_execution_${date}`, name: 'code_execution' });
const search = (date: string, changes: object = {}) => ({ type: `web_search_${date}`, name: 'web_search', ...changes });
const fetching = (date: string) => ({ type: `web_fetch_${date}`, name: 'web_fetch' });
const byCode = { allowed_callers: ['code_execution_20260521'] };

table('tool-name', {
  refused: [
    ['with a dot and a space', tools(tool('a.b c')), '/tools/0/name'],
    ['too long', tools(tool('ok'), tool('x'.repeat(65))), '/tools/1/name'],
    ['empty', tools(tool('')), '/tools/0/name'],
    ['none', tools({ input_schema: { type: 'object' } }), '/tools/0/name'],
    ['a number', tools({ name: 7, type: 'custom', input_schema: { type: 'object' } }), '/tools/0/name'],
    ['a line break at its end', tools(tool('a\n')), '/tools/0/name'],
  ],
  admitted: [
    ['all that may be', tools(tool('aZ_0-'), tool('x'.repeat(64)))],
    ['a toolset, which has none', tools({ type: 'mcp_toolset', mcp_server_name: 'a b' }, { type: 'computer_toolset_20260801' })],
    ['a tool of the server', tools(search('20260318'))],
  ],
});

table('duplicate-tool-name', {
  refused: [
    ['two', tools(tool('a'), tool('b'), tool('a')), '/tools/2/name'],
    ['three', tools(tool('a'), tool('a'), tool('a')), '/tools/1/name', '/tools/2/name'],
    ['the name of a tool of the server', tools(search('20250305'), tool('web_search')), '/tools/1/name'],
    ['hostile', tools(tool('__proto__'), tool('__proto__')), '/tools/1/name'],
  ],
  admitted: [
    ['other capitals', tools(tool('a'), tool('A'))],
    ['names that every object has', tools(tool('constructor'), tool('__proto__'), tool('toString'))],
    ['two toolsets', tools({ type: 'mcp_toolset', mcp_server_name: 'a' }, { type: 'mcp_toolset', mcp_server_name: 'b' })],
  ],
});

table('strict-toolset', {
  refused: [
    ['of MCP', tools({ type: 'mcp_toolset', mcp_server_name: 'a', strict: true }), '/tools/0/strict'],
    ['computer', tools({ type: 'computer_toolset_20260801', strict: true }), '/tools/0/strict'],
    ['browser', tools({ type: 'browser_toolset_20260801', strict: true }), '/tools/0/strict'],
  ],
  admitted: [
    ['a toolset', tools({ type: 'browser_toolset_20260801' })],
    ['a strict tool', tools(tool('a', { strict: true }))],
    ['a strict tool of the server', tools(search('20260318', { strict: true }))],
  ],
});

table('strict-programmatic', {
  refused: [
    ['called from code only', tools(run('20260521'), tool('a', { strict: true, ...byCode })), '/tools/1/allowed_callers'],
    [
      'called from code too',
      tools(tool('a', { strict: true, allowed_callers: ['direct', 'code_execution_20250825'] }), run('20250825')),
      '/tools/0/allowed_callers',
    ],
  ],
  admitted: [
    ['not strict', tools(run('20260521'), tool('a', byCode))],
    ['called by the model only', tools(tool('a', { strict: true, allowed_callers: ['direct'] }))],
    ['another tool is strict', tools(run('20260521'), tool('a', byCode), tool('b', { strict: true }))],
  ],
});

table('caller-without-code-execution', {
  refused: [
    ['none', tools(tool('a', byCode)), '/tools/0/allowed_callers'],
    ['an older web tool', tools(search('20250305'), tool('a', byCode)), '/tools/1/allowed_callers'],
    ['only one that is called so', tools(tool('code_execution'), tool('a', byCode)), '/tools/1/allowed_callers'],
  ],
  admitted: [
    ['one', tools(tool('a', byCode), run('20260521'))],
    ['a web tool that brings one', tools(tool('a', byCode), search('20260209'))],
    ['called by the model', tools(tool('a', { allowed_callers: ['direct'] }))],
  ],
});

table('parallel-programmatic', {
  refused: [
    [
      'auto',
      { ...tools(run('20260521'), tool('a', byCode)), tool_choice: { type: 'auto', disable_parallel_tool_use: true } },
      '/tool_choice/disable_parallel_tool_use',
    ],
  ],
  admitted: [
    [
      'left on',
      { ...tools(run('20260521'), tool('a', byCode)), tool_choice: { type: 'auto', disable_parallel_tool_use: false } },
    ],
    ['no tool for code', { ...tools(tool('a')), tool_choice: { type: 'auto', disable_parallel_tool_use: true } }],
  ],
});

table('web-with-old-code-execution', {
  refused: [
    ['search', tools(search('20260209'), run('20250825')), '/tools/1/type'],
    ['fetch, the other way round', tools(run('20250522'), fetching('20260318')), '/tools/0/type'],
  ],
  admitted: [
    ['both new', tools(search('20260318'), fetching('20260309'), run('20260120'))],
    ['both old', tools(search('20250305'), fetching('20250910'), run('20250522'))],
    ['one alone', tools(run('20250825'))],
    ['a tool of one’s own of that name', tools(search('20260318'), tool('code_execution_20250825'))],
  ],
});

table('domains', {
  refused: [
    ['both', tools(search('20250305', { allowed_domains: ['a.com'], blocked_domains: ['b.com'] })), '/tools/0/blocked_domains'],
  ],
  admitted: [
    ['allowed', tools(search('20250305', { allowed_domains: ['a.com'], blocked_domains: null }))],
    ['blocked', tools(search('20250305', { blocked_domains: ['b.com'], allowed_domains: [] }))],
    [
      'each on its own tool',
      tools(search('20250305', { allowed_domains: ['a'] }), { ...fetching('20250910'), blocked_domains: ['b'] }),
    ],
  ],
});

const later = { defer_loading: true };

table('all-tools-deferred', {
  refused: [
    ['one', tools(tool('a', later)), '/tools'],
    ['all', tools(tool('a', later), tool('b', later)), '/tools'],
  ],
  admitted: [
    ['beside a search', tools({ type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' }, tool('a', later))],
    ['some', tools(tool('a', later), tool('b', { defer_loading: false }))],
    ['no tools', tools()],
  ],
});

table('deferred-with-cache-control', {
  refused: [
    ['one tool', tools(tool('a'), tool('b', { ...later, cache_control: { type: 'ephemeral' } })), '/tools/1/cache_control'],
  ],
  admitted: [
    ['on another tool', tools(tool('a', { cache_control: { type: 'ephemeral' } }), tool('b', later))],
    ['null', tools(tool('a'), tool('b', { ...later, cache_control: null }))],
  ],
});
