import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Lifter, parse, stream } from '../../src/client.js';
import { toModule } from '../../src/emit/module.js';
import * as bascule from '../../src/index.js';
import { compile } from '../../src/index.js';
import { Generated } from '../emit/generated.js';
import { misbehaving, request, type Started, start } from './support.js';

const schema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    sizes: { type: 'object', additionalProperties: { type: 'integer', maximum: 9 } },
    tree: { $ref: '#/$defs/node' },
  },
  required: ['name', 'sizes', 'tree'],
  additionalProperties: false,
  $defs: {
    node: {
      type: 'object',
      properties: { at: { type: 'number' }, next: { type: 'array', items: { $ref: '#/$defs/node' } } },
      required: ['at', 'next'],
      additionalProperties: false,
    },
  },
};
const value = {
  name: 'é',
  sizes: { s: 1, m: 2 },
  tree: {
    at: 1,
    next: [
      { at: 2.5, next: [] },
      { at: 3, next: [] },
    ],
  },
};

const generated = new Generated();
afterAll(() => generated.remove());
let started: Started;
let output: Lifter;
beforeAll(async () => {
  started = await start({ reply: () => ({ value: compile(schema).encode(value as never) }) });
  output = (await import(generated.write('thing.ts', toModule(compile(schema), { name: 'thing' })))) as Lifter;
});

describe('a generated module', () => {
  test('is parsed with, without the compiler', async () => {
    expect(await parse(started.client, { ...request, output })).toMatchObject({ status: 'ok', value });
    expect(started.emulator.requests[0]?.body).toMatchObject({
      output_config: { format: { type: 'json_schema', schema: compile(schema).wire } },
    });
  });

  test('streams, and says what is certain of a cut answer', async () => {
    const answer = stream(started.client, { ...request, output, ...misbehaving('chunk=1') });
    let last: unknown;
    const seen = new Set<string>();
    for await (const { value: grown, complete } of answer) {
      last = grown;
      for (const pointer of complete) seen.add(pointer);
    }
    expect(last).toEqual(value);
    expect([...seen]).toEqual(expect.arrayContaining(['/name', '/sizes/s', '/sizes', '']));
    expect(await answer.answer()).toMatchObject({ status: 'ok', value });
    const cut = await parse(started.client, { ...request, output, ...misbehaving('truncate=30') });
    expect(cut).toMatchObject({ status: 'truncated', partial: { name: 'é' }, complete: ['/name'] });
  });

  test('a schema that is not compiled is told where to go', async () => {
    await expect(parse(started.client, { ...request, output: schema as never })).rejects.toThrow(
      /no compiler.*compile\(schema\)/s,
    );
  });
});

describe('asynchronous schemas', () => {
  const Slow = z.object({ name: z.string().refine(async (name) => name !== 'no', 'Taken') });

  test('are waited for', async () => {
    started.emulator.script({ text: '{"name":"yes"}' }, { text: '{"name":"no"}' });
    const asked = { ...request, output: Slow };
    expect(await bascule.parse(started.client, asked)).toMatchObject({ status: 'ok', value: { name: 'yes' } });
    expect(await bascule.stream(started.client, asked).answer()).toMatchObject({
      status: 'invalid',
      issues: [{ path: ['name'], message: 'Taken' }],
    });
  });

  test('of tools too', async () => {
    const tool = bascule.defineTool({ name: 'take', input: Slow });
    started.emulator.script({ tools: [{ name: 'take', input: { name: 'no' } }] });
    expect(await bascule.parse(started.client, { ...request, output: Slow, tools: [tool] })).toMatchObject({
      status: 'tool_use',
      calls: [{ name: 'take', issues: [{ path: ['name'] }] }],
    });
  });
});
