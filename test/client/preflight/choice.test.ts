import { table, tool } from '../../support/preflight.js';

const choose = (type: string, changes: object = {}) => ({ tools: [tool('a'), tool('b')], tool_choice: { type }, ...changes });
const named = (name: unknown, changes: object = {}) => choose('tool', { tool_choice: { type: 'tool', name }, ...changes });

table('forced-tool-without-tools', {
  refused: [
    ['any', choose('any', { tools: undefined }), '/tool_choice'],
    ['a tool', named('a', { tools: [] }), '/tool_choice'],
  ],
  admitted: [
    ['auto', choose('auto', { tools: [] })],
    ['none', choose('none', { tools: undefined })],
    ['tools of an MCP server', choose('any', { tools: undefined, mcp_servers: [{ type: 'url', name: 'm', url: 'https://m' }] })],
  ],
});

table('forced-tool-model', {
  refused: [
    ...['claude-fable-5', 'claude-fable-5-1', 'claude-mythos-5', 'claude-mythos-5-1', 'claude-mythos-preview'].map(
      (model) => [model, choose('any', { model }), '/tool_choice'] as const,
    ),
    ['claude-opus-5-5', named('a', { model: 'claude-opus-5-5' }), '/tool_choice'],
    ['claude-sonnet-5-5', choose('any', { model: 'claude-sonnet-5-5' }), '/tool_choice'],
  ],
  admitted: [
    ['auto', choose('auto', { model: 'claude-opus-5-5' })],
    ['none', choose('none', { model: 'claude-opus-5-5' })],
    ['a model beside it', choose('any', { model: 'claude-opus-5' })],
    ['a newer model', choose('any', { model: 'claude-fable-5-2' })],
  ],
});

table('forced-tool-thinking', {
  refused: [
    ['any', choose('any', { model: 'claude-opus-4-5', thinking: { type: 'enabled', budget_tokens: 2000 } }), '/tool_choice'],
    ['a tool', named('a', { model: 'claude-opus-4-5', thinking: { type: 'enabled', budget_tokens: 2000 } }), '/tool_choice'],
  ],
  admitted: [
    ['adaptive', choose('any', { thinking: { type: 'adaptive' } })],
    ['disabled', choose('any', { thinking: { type: 'disabled' } })],
    ['auto', choose('auto', { model: 'claude-opus-4-5', thinking: { type: 'enabled', budget_tokens: 2000 } })],
  ],
});

table('unknown-tool-choice', {
  refused: [
    ['no such tool', named('c'), '/tool_choice/name'],
    ['other capitals', named('A'), '/tool_choice/name'],
    ['no name', named(undefined), '/tool_choice/name'],
    ['a name that every object has', named('constructor'), '/tool_choice/name'],
  ],
  admitted: [
    ['a tool', named('b')],
    ['perhaps in a toolset', named('left_click', { tools: [{ type: 'computer_toolset_20260801' }] })],
    ['perhaps of an MCP server', named('c', { mcp_servers: [{ type: 'url', name: 'm', url: 'https://m' }] })],
  ],
});

const code = { type: 'code_execution_20260521', name: 'code_execution' };
const callable = (...allowed_callers: string[]) => ({ tools: [tool('a', { allowed_callers }), code] });

table('tool-choice-caller', {
  refused: [['called from code only', named('a', callable('code_execution_20260521')), '/tool_choice/name']],
  admitted: [
    ['called by both', named('a', callable('direct', 'code_execution_20260521'))],
    ['nothing said', named('a', callable())],
    ['any', choose('any', callable('code_execution_20260521'))],
  ],
});
