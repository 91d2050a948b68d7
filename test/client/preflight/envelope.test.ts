import { FORMAT, SCHEMA, table, tool } from '../../support/preflight.js';

table('messages', {
  refused: [
    ['none', { messages: undefined }, '/messages'],
    ['null', { messages: null }, '/messages'],
    ['empty', { messages: [] }, '/messages'],
    ['a text', { messages: 'Hello' }, '/messages'],
    ['empty in a new thread', { messages: [], thread: { type: 'create' } }, '/messages'],
  ],
  admitted: [
    ['one', {}],
    ['none in a thread that goes on', { messages: [], thread: { type: 'continue', previous_message_id: 'msg_1' } }],
  ],
});

table('max-tokens', {
  refused: [
    ['missing', { max_tokens: undefined }, '/max_tokens'],
    ['null', { max_tokens: null }, '/max_tokens'],
    ['a text', { max_tokens: '100' }, '/max_tokens'],
    ['negative', { max_tokens: -1 }, '/max_tokens'],
    ['a fraction', { max_tokens: 1.5 }, '/max_tokens'],
    ['NaN', { max_tokens: Number.NaN }, '/max_tokens'],
  ],
  admitted: [
    ['one', { max_tokens: 1 }],
    ['0, which only warms caches', { max_tokens: 0 }],
  ],
});

table('stream', {
  refused: [['true', { stream: true }, '/stream']],
  admitted: [
    ['false', { stream: false }],
    ['undefined', { stream: undefined }],
  ],
});

table('legacy-output-format', {
  refused: [['the name of the beta', { output_format: { type: 'json_schema', schema: SCHEMA } }, '/output_format']],
  admitted: [
    ['null', { output_format: null }],
    ['the name of today', FORMAT],
  ],
});

const format = (given: unknown) => ({ output_config: { effort: 'low', format: given } });

table('output-format', {
  refused: [
    ['a name', format({ type: 'json_schema', schema: SCHEMA, name: 'x' }), '/output_config/format/name'],
    [
      'two keys, one to be escaped',
      format({ type: 'json_schema', schema: SCHEMA, strict: true, 'a/b': 1 }),
      '/output_config/format/strict',
      '/output_config/format/a~1b',
    ],
    ['no type', format({ schema: SCHEMA }), '/output_config/format/type'],
    ['the type of another API', format({ type: 'json_object', schema: SCHEMA }), '/output_config/format/type'],
    ['no schema', format({ type: 'json_schema' }), '/output_config/format/schema'],
    ['a text', format('json'), '/output_config/format'],
  ],
  admitted: [
    ['the two keys', format({ type: 'json_schema', schema: SCHEMA })],
    ['a function, which is not sent', format({ type: 'json_schema', schema: SCHEMA, parse: () => 1 })],
    ['null', format(null)],
    ['other settings only', { output_config: { effort: 'high' } }],
  ],
});

const strict = { tools: [tool('look', { strict: true })] };

table('model-without-structured-outputs', {
  refused: [
    ['an older one, with a format', { ...FORMAT, model: 'claude-3-7-sonnet-20250219' }, '/model'],
    ['an older one, with a strict tool', { ...strict, model: 'claude-opus-4-20250514' }, '/model'],
    ['an older one elsewhere', { ...FORMAT, model: 'us.anthropic.claude-sonnet-4-20250514-v1:0' }, '/model'],
    ['with both', { ...FORMAT, ...strict, model: 'claude-3-5-haiku@20241022' }, '/model'],
  ],
  admitted: [
    ['an older one, without either', { model: 'claude-3-7-sonnet-20250219', tools: [tool('look')] }],
    ['the next one of the name', { ...FORMAT, ...strict, model: 'claude-sonnet-4-5-20250929' }],
    ['one that nobody knows', { ...FORMAT, ...strict, model: 'claude-next-9' }],
    ['no model at all', { ...FORMAT, model: undefined }],
  ],
});
