import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Json, setOwn } from '../../src/ir/json.js';
import { type Draw, drawFrom } from '../support/draw.js';
import { mutate } from '../support/mutate.js';
import { params, post, start } from './support.js';
import '../support/seed.js';

/** A request that makes use of nearly everything, and is taken. */
const FULL = {
  ...params({ model: 'claude-opus-4-6' }),
  system: [{ type: 'text', text: 'Be brief.' }],
  stop_sequences: ['END'],
  thinking: { type: 'adaptive' },
  tool_choice: { type: 'auto', disable_parallel_tool_use: true },
  container: { id: 'container_1' },
  tools: [
    {
      name: 'note',
      strict: true,
      description: 'Notes',
      input_schema: {
        type: 'object',
        properties: { a: { $ref: '#/$defs/A' } },
        required: ['a'],
        additionalProperties: false,
        $defs: { A: { anyOf: [{ type: 'null' }, { type: 'string', format: 'date' }] } },
      },
      input_examples: [{ a: null }],
    },
    { name: 'loose', input_schema: { type: 'object', properties: { b: { type: 'integer', minimum: 1 } } } },
    { type: 'web_search_20260318', name: 'web_search', allowed_domains: ['example.com'] },
  ],
  messages: [
    {
      role: 'user',
      content: [
        { type: 'text', text: 'a' },
        { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'x' } },
      ],
    },
    {
      role: 'assistant',
      content: [
        { type: 'text', text: 'b' },
        { type: 'tool_use', id: 't1', name: 'note', input: { a: null } },
      ],
    },
    { role: 'user', content: [{ type: 'tool_result', tool_use_id: 't1', content: [{ type: 'text', text: 'c' }] }] },
  ],
};

const ODD: readonly Json[] = [
  null,
  '',
  'x',
  0,
  -1,
  1.5,
  1e300,
  true,
  [],
  {},
  [null],
  [[]],
  { type: 'x' },
  { __proto__: null },
  { $ref: '#' },
  '\ud800',
];

/** One place of a body with something else in it, of another type more often than not. */
function spoil(body: Json, draw: Draw): void {
  const places: (readonly [holder: Record<string, Json>, key: string])[] = [];
  const open: Json[] = [body];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, value] of Object.entries(next)) {
      places.push([next as Record<string, Json>, key]);
      open.push(value);
    }
  }
  if (places.length === 0) return;
  const [holder, key] = draw.pick(places);
  const way = draw.upTo(4);
  if (way === 0) delete holder[key];
  else
    setOwn(holder, way === 1 ? draw.pick(['__proto__', 'constructor', 'type', 'id', 'content', 'extra']) : key, draw.pick(ODD));
}

describe('bodies of any kind', () => {
  test('end in an answer or in an error of the API, never in a fault of the emulator', async () => {
    const { emulator } = await start();
    expect((await post(emulator, '/v1/messages', FULL)).status).toBe(200);
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1 }),
        fc.constantFrom('/v1/messages', '/v1/messages/count_tokens', '/v1/messages/batches'),
        fc.boolean(),
        async (seed, path, stream) => {
          const draw = drawFrom(seed);
          let body = structuredClone({ ...FULL, ...(stream && { stream }) }) as unknown as Json;
          if (path.endsWith('batches')) body = { requests: [{ custom_id: 'a', params: body }] };
          for (let step = draw.upTo(2); step >= 0; step--) spoil(body, draw);
          const response = await post(emulator, path, body);
          const text = await response.text();
          statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
          if (response.status === 200) return;
          expect([400, 404], text).toContain(response.status);
          expect(JSON.parse(text), text).toEqual({
            type: 'error',
            error: { type: expect.any(String), message: expect.stringMatching(/\w/) },
            request_id: response.headers.get('request-id'),
          });
        },
      ),
      { numRuns: 1500, seed: 3 },
    );
    expect(statuses.get(200)).toBeGreaterThan(100);
    expect(statuses.get(400)).toBeGreaterThan(300);
  });

  test('so do the misbehaviours that replies ask for, in any combination', async () => {
    const { emulator } = await start();
    const flags = ['refuse', 'capitals', 'prose', 'empty', 'duplicate', 'numbers', 'invalid', 'split', 'error', 'drop'] as const;
    const counts = ['truncate', 'pause', 'blocks', 'chunk', 'write', 'drop', 'error'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.subarray([...flags]),
        fc.dictionary(fc.constantFrom(...counts), fc.nat({ max: 60 })),
        fc.boolean(),
        async (on, numbers, stream) => {
          emulator.script({ misbehave: { ...Object.fromEntries(on.map((flag) => [flag, true])), ...numbers } });
          const response = await post(emulator, '/v1/messages', { ...params(), stream }).catch(() => undefined);
          const text = await response?.text().catch(() => '');
          expect(response?.status ?? 200, text).not.toBe(500);
          expect(text).not.toContain('fault of the emulator');
        },
      ),
      { numRuns: 300, seed: 4 },
    );
  });

  test('values of replies that no schema would give go out as they are', async () => {
    const { emulator, client } = await start();
    const draw = drawFrom(5);
    for (let turn = 0; turn < 100; turn++) {
      let value: Json = { kind: 'Bug report', title: 'a', stars: 1, labels: ['x'] };
      value = mutate(value, draw) as Json;
      emulator.script({ value, misbehave: { capitals: true } });
      const message = await client.messages.create(params());
      expect(message.stop_reason).toBe('end_turn');
    }
  });
});
