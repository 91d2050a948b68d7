import { FORMAT, table } from '../../support/preflight.js';

const user = (...content: object[]) => ({ messages: [{ role: 'user', content }] });
const cited = { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'x' }, citations: { enabled: true } };
const result = { type: 'search_result', source: 's', title: 't', content: [], citations: { enabled: true } };

table('citations-with-format', {
  refused: [
    ['a document', { ...FORMAT, ...user({ type: 'text', text: 'x' }, cited) }, '/messages/0/content/1/citations'],
    ['a search result', { ...FORMAT, ...user(result) }, '/messages/0/content/0/citations'],
    [
      'inside the result of a tool',
      { ...FORMAT, ...user({ type: 'tool_result', tool_use_id: 't', content: [result, cited] }) },
      '/messages/0/content/0/content/0/citations',
      '/messages/0/content/0/content/1/citations',
    ],
  ],
  admitted: [
    ['without a format', user(cited)],
    ['turned off', { ...FORMAT, ...user({ ...cited, citations: { enabled: false } }) }],
    ['not asked for', { ...FORMAT, ...user({ ...cited, citations: null }) }],
    [
      'of what the server fetches',
      {
        ...FORMAT,
        tools: [{ type: 'web_fetch_20260318', name: 'web_fetch', citations: { enabled: true } }],
      },
    ],
    ['only spoken of', { ...FORMAT, ...user({ type: 'text', text: '{"citations":{"enabled":true}}' }) }],
  ],
});

const ending = (content: unknown) => ({
  messages: [
    { role: 'user', content: 'Hello' },
    { role: 'assistant', content },
  ],
});
const OLDER = { model: 'claude-sonnet-4-5' };
const text = { type: 'text', text: '{' };
const server = { type: 'server_tool_use', id: 's', name: 'web_search', input: {} };
const found = { type: 'web_search_tool_result', tool_use_id: 's', content: [] };
const thinking = { type: 'thinking', thinking: '', signature: '' };

table('prefill', {
  refused: [
    ['a text, with a format', { ...FORMAT, ...OLDER, ...ending('{') }, '/messages/1'],
    ['a block, with a format', { ...FORMAT, ...OLDER, ...ending([text]) }, '/messages/1'],
    ['nothing, with a format', { ...FORMAT, ...OLDER, ...ending([]) }, '/messages/1'],
    ['text after the work of the server', { ...FORMAT, ...OLDER, ...ending([server, found, text]) }, '/messages/1'],
    ['without a format, on a model that refuses it', { model: 'claude-opus-4-6', ...ending('{') }, '/messages/1'],
    ['the same elsewhere', { model: 'anthropic.claude-opus-4-6-v1', ...ending([text]) }, '/messages/1'],
  ],
  admitted: [
    ['without a format, on a model that takes it', { ...OLDER, ...ending('{') }],
    ['a paused turn that goes on: a call', { ...FORMAT, ...ending([text, server]) }],
    ['a paused turn that goes on: a result', { ...FORMAT, ...ending([text, server, found]) }],
    ['a paused turn that goes on: thought after it', { ...FORMAT, ...ending([server, found, thinking]) }],
    ['an assistant message in between', { ...FORMAT, messages: [...ending('x').messages, { role: 'user', content: 'Go on' }] }],
  ],
});

table('stop-sequences-with-format', {
  refused: [['one', { ...FORMAT, stop_sequences: ['}'] }, '/stop_sequences']],
  admitted: [
    ['none', { ...FORMAT, stop_sequences: [] }],
    ['null', { ...FORMAT, stop_sequences: null }],
    ['without a format', { stop_sequences: ['}'] }],
  ],
});
