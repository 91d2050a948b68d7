import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import wabt from 'wabt';
import { kernel } from '../../src/answer/key-places/kernel.js';
import { keyLikePlaces } from '../../src/answer/key-places/places.js';
import type { Json } from '../../src/ir/json.js';
import { drawFrom } from '../support/draw.js';
import { runs } from '../support/seed.js';
import { lossesOf } from './support/json-losses.js';
import { withRepeatedKey, writtenJson } from './support/json-writer.js';

interface Assembly {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: unknown;
}
const count = kernel() ?? expect.unreachable('this platform has no kernel');

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** The counter of a process that has read much already, or nothing. */
async function counter(read = ''): Promise<(text: string, keys: number) => boolean> {
  vi.resetModules();
  const { hasKeys } = await import('../../src/answer/key-places/index.js');
  hasKeys(read, 0);
  return hasKeys;
}
const MUCH = 'x'.repeat(300_000);

/** What the kernel is to count, said plainly. */
function colons(text: string): number {
  let found = 0;
  for (let at = 0; at < text.length; at++) if (text[at] === ':' && (at === 0 || text.charCodeAt(at - 1) < 35)) found++;
  return found;
}

test('the kernel is its source, assembled', async () => {
  let made: Uint8Array | undefined;
  const { Module, Instance } = Reflect.get(globalThis, 'WebAssembly') as Assembly;
  class Watched extends Module {
    constructor(bytes: Uint8Array) {
      super(bytes);
      made = bytes;
    }
  }
  vi.stubGlobal('WebAssembly', { Instance, Module: Watched });
  expect(kernel()).toBeDefined();
  vi.unstubAllGlobals();
  const source = readFileSync(new URL('../../src/answer/key-places/kernel.wat', import.meta.url), 'utf8');
  const parsed = (await wabt()).parseWat('kernel.wat', source, { simd: true });
  parsed.validate();
  expect(Buffer.from(made ?? []).toString('hex')).toBe(Buffer.from(parsed.toBinary({}).buffer).toString('hex'));
});

describe('the kernel', () => {
  const sign = fc.constantFrom(':', '"', ' ', '!', '#', '\\', 'a', '\n', '":', '" :', 'x'.repeat(15));
  const ascii = fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(''));

  test('counts the colons of ASCII behind what is below a number sign', () => {
    fc.assert(
      fc.property(ascii, fc.constantFrom(0, 200, 255, 16_300, 16_384, 16_600, 33_000), (text, before) => {
        const whole = 'x'.repeat(before) + text;
        expect(count(whole)).toBe(colons(whole));
      }),
      { numRuns: runs(3000) },
    );
  });

  test('counts nothing that an earlier text has left', () => {
    for (let length = 0; length < 300; length++) {
      count('":'.repeat(20_000));
      expect(count('x'.repeat(length))).toBe(0);
    }
  });

  test('counts no less where a text is not ASCII, wherever that begins', () => {
    for (const odd of ['é', 'ģ', '\u2028', '😀', '\ud800', '\udc00'])
      for (const at of [0, 1, 254, 255, 256, 257, 16_639, 16_640, 16_641, 33_023, 33_024])
        for (const rest of ['":', '" :', '":":":', 'x'])
          for (const far of [0, 1, 16_383, 16_384]) {
            const text = `${'"x:'.repeat(at).slice(0, at)}${odd}${rest}${' '.repeat(far)}":`;
            expect(count(text)).toBeGreaterThanOrEqual(keyLikePlaces(text));
          }
  });
});

describe('a repeated key is counted', () => {
  test.each(['', 'é', 'ģ', '😀', '\\"', '":', '\\\\'])('wherever it ends, behind %j', async (odd) => {
    const plain = await counter();
    const ready = await counter(MUCH);
    for (const middle of [0, 256, 16_640, 33_024])
      for (let length = Math.max(0, middle - 30); length < middle + 20; length++)
        for (const blank of ['', ' ', '\n\t ', ' '.repeat(16)]) {
          const text = `{"p":"${odd}${'x'.repeat(length)}","k"${blank}:1,"\\u006b"${blank}:2,"l":3}`;
          for (const hasKeys of [plain, ready]) if (hasKeys(text, 3)) throw new Error(`3 keys in ${JSON.stringify(text)}`);
          if (odd !== '":' && !ready(text, 4)) throw new Error(`not 4 keys in ${JSON.stringify(text)}`);
        }
  });

  test('in any JSON text, however it is written', async () => {
    const ready = await counter(MUCH);
    const value = fc.oneof(fc.jsonValue({ maxDepth: 5 }), fc.jsonValue({ maxDepth: 3, noUnicodeString: false }));
    fc.assert(
      fc.property(value, fc.nat(), fc.constantFrom('', 'x'.repeat(250), 'ü', 'x'.repeat(16_700)), (json, seed, more) => {
        const draw = drawFrom(seed);
        const held = [more, json] as Json;
        for (const text of [writtenJson(held, draw), withRepeatedKey(held, draw) ?? '[]']) {
          const { keys, repeated } = lossesOf(text);
          expect(count(text)).toBeGreaterThanOrEqual(keys);
          expect(keyLikePlaces(text)).toBeGreaterThanOrEqual(keys);
          expect(ready(text, keys - repeated.length)).toBe(repeated.length === 0 && keyLikePlaces(text) === keys);
        }
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe('a platform', () => {
  const text = `{${Array.from({ length: 40 }, (_, index) => `"key ${index}": ["a:", "b\\":"]`).join()}}`;
  const never = class {
    constructor() {
      throw new Error('not here');
    }
  };
  test.each([
    ['without WebAssembly', { WebAssembly: undefined }],
    ['without SIMD', { WebAssembly: { Module: never } }],
    ['without TextEncoder', { TextEncoder: undefined }],
    ['whose TextEncoder only encodes', { TextEncoder: class {} }],
    [
      'whose TextEncoder writes nothing',
      {
        TextEncoder: class {
          encodeInto = () => ({ read: 0, written: 0 });
        },
      },
    ],
    ['without atob', { atob: undefined }],
  ])('%s counts without a kernel', async (_name, globals) => {
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
    expect(kernel()).toBeUndefined();
    const hasKeys = await counter(MUCH);
    expect([39, 40, 41].map((keys) => hasKeys(text, keys))).toEqual([false, true, false]);
  });
});
