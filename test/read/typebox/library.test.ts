import { createRequire } from 'node:module';
import { Type as V0 } from '@sinclair/typebox';
import { Type } from 'typebox';
import { afterEach, describe, expect, test, vi } from 'vitest';

const require = createRequire(import.meta.url);

/** The reader with modules of its own, as a new process has it. */
async function fresh() {
  vi.resetModules();
  const { readTypeBox, provideTypeBox } = await import('../../../src/read/typebox/index.js');
  const read = (schema: object) => readTypeBox(schema as Record<string, unknown>, { report: () => undefined }, { maxDepth: 500 });
  return { read, provideTypeBox };
}

afterEach(() => vi.restoreAllMocks());

describe('where TypeBox can not be loaded', () => {
  const bundled = () => vi.spyOn(process, 'getBuiltinModule').mockImplementation(() => undefined as never);

  test.each([
    ['typebox', Type.String()],
    ['@sinclair/typebox', V0.String()],
  ])('finishing says what to install: %s', async (name, schema) => {
    bundled();
    const { read } = await fresh();
    expect(read(schema).finish('x')).toEqual({
      issues: [{ path: [], code: 'typebox-missing', message: expect.stringContaining(`npm install ${name}`) }],
    });
  });

  test('reading does without it', async () => {
    bundled();
    const { read } = await fresh();
    expect(read(Type.String({ format: 'email' })).document.root).toMatchObject({
      kind: 'string',
      facets: [{ keyword: 'format', wider: true }],
    });
    expect(read(V0.String({ format: 'email' })).document.root).toMatchObject({ kind: 'string', facets: [{ keyword: 'format' }] });
  });

  test('it can be handed over, even later', async () => {
    bundled();
    const { read, provideTypeBox } = await fresh();
    const v1 = read(Type.String());
    const v0 = read(V0.Object({ a: V0.Unsafe({ type: 'string' }) }));
    expect(v1.finish('x')).toMatchObject({ issues: [{ code: 'typebox-missing' }] });
    provideTypeBox(await import('typebox/value'));
    provideTypeBox(await import('@sinclair/typebox/value'), await import('@sinclair/typebox'));
    expect(v1.finish('x')).toEqual({ value: 'x' });
    expect(v0.finish({ a: 'x' })).toEqual({ value: { a: 'x' } });
  });

  test('anything else is refused', async () => {
    const { provideTypeBox } = await fresh();
    expect(() => provideTypeBox({})).toThrow(TypeError);
  });
});

describe('0.34 comes in two copies', () => {
  test('formats that the user registered with the CommonJS copy count', async () => {
    const { FormatRegistry } = require('@sinclair/typebox') as typeof import('@sinclair/typebox');
    const { read } = await fresh();
    FormatRegistry.Set('even', (text) => text.length % 2 === 0);
    try {
      const { finish } = read(V0.String({ format: 'even' }));
      expect([finish('ab'), finish('abc')]).toMatchObject([{ value: 'ab' }, { issues: [{ path: [] }] }]);
    } finally {
      FormatRegistry.Clear();
    }
  });
});

test('a typebox too old to decode alone says so', async () => {
  const { read, provideTypeBox } = await fresh();
  const { DecodeUnsafe: _, ...value } = await import('typebox/value');
  provideTypeBox(value);
  const codec = Type.Codec(Type.String())
    .Decode((text) => text)
    .Encode((text) => text);
  expect(read(codec).finish('x')).toMatchObject({ issues: [{ code: 'finish', message: expect.stringContaining('1.0.81') }] });
  expect(read(Type.String()).finish('x')).toEqual({ value: 'x' });
});
