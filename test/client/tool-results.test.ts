import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineTool, runTools } from '../../src/index.js';
import { request, start } from './support.js';

const { emulator, client } = await start();

/** What the model is told when a tool does that. */
async function told(run: () => unknown, more: object = {}) {
  emulator.script({ tools: [{ name: 'act', input: {} }] }, { text: 'fine' });
  const tool = defineTool({ name: 'act', input: z.object({}), run: run as () => string });
  const { status, ran } = await runTools(client, { ...request, tools: [tool], ...more });
  expect(status).toBe('ok');
  return { content: ran[0]?.content, isError: ran[0]?.isError };
}

const circle: { self?: unknown } = {};
circle.self = circle;

test.each<[string, unknown, RegExp]>([
  ['a Response', new Response('hello'), /^Error: The tool answered a value of type Response, which JSON can't say\./],
  ['a Map', new Map([[1, 2]]), /type Map,/],
  ['a Map inside', { rows: new Map() }, /type Map at "rows",/],
  ['a promise inside', { rows: Promise.resolve(1) }, /type Promise at "rows",/],
  ['bytes', new Uint8Array(3), /type Uint8Array,/],
  ['a BigInt', 5n, /type bigint,/],
  ['a BigInt inside', [{ id: 5n }], /type bigint at "id",/],
  ['a function', () => 1, /type function,/],
  ['an error', new Error('nope'), /^Error: The tool answered an error instead of throwing it: nope/],
  ['a circle', circle, /circular/],
])('%s is an error and not {}', async (_, result, words) => {
  expect(await told(() => result)).toEqual({ content: expect.stringMatching(words), isError: true });
});

test.each<[string, unknown, unknown]>([
  ['rows that have a type of their own', [{ type: 'dog', name: 'Rex' }], '[{"type":"dog","name":"Rex"}]'],
  ['no rows', [], '[]'],
  ['a date', new Date(0), '"1970-01-01T00:00:00.000Z"'],
  ['an instance with fields', Object.assign(new (class Row {})(), { id: 1 }), '{"id":1}'],
  ['blocks', [{ type: 'text', text: 'hi' }], [{ type: 'text', text: 'hi' }]],
  ['nothing', undefined, 'Done.'],
])('%s are told as they are', async (_, result, content) => {
  expect(await told(() => result)).toEqual({ content, isError: false });
});

test.each<[string, unknown, string]>([
  ['text', 'boom', 'Error: boom'],
  ['undefined', undefined, 'Error: The tool failed and did not say why.'],
  ['an object', { code: 7 }, 'Error: {"code":7}'],
  ['an empty object', {}, 'Error: The tool failed and did not say why.'],
  ['what is no text', Object.create(null), 'Error: The tool failed and did not say why.'],
  ['an error without words', new TypeError(''), 'Error: TypeError'],
  ['an error with content that is none', Object.assign(new Error('x'), { content: [5] }), 'Error: x'],
])('a tool that throws %s does not end the loop', async (_, thrown, content) => {
  const run = () => {
    throw thrown;
  };
  expect(await told(run)).toEqual({ content, isError: true });
});

test.each([[null], [{}], [{ deny: undefined }], [1]])('an approval that answers %j denies without a reason', async (answer) => {
  const denied = { content: 'Error: The call of act was denied.', isError: true };
  expect(await told(() => 'done', { approve: () => answer })).toEqual(denied);
});

test('the longest time is not the shortest', async () => {
  const run = () => new Promise((resolve) => setTimeout(resolve, 30, 'in time'));
  expect(await told(run, { toolTimeout: 2 ** 31 - 1 })).toEqual({ content: 'in time', isError: false });
  expect(await told(run, { toolTimeout: Number.POSITIVE_INFINITY })).toEqual({ content: 'in time', isError: false });
});
