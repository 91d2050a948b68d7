import { Type as V0 } from '@sinclair/typebox';
import { Type } from 'typebox';
import * as System from 'typebox/system';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { isTypeBox } from '../../../src/read/typebox/index.js';

afterEach(() => System.Settings.Reset());

test.each([
  ['1.x', Type.String()],
  ['1.x Script', Type.Script('{ a: string }')],
  ['1.x Unsafe', Type.Unsafe({ type: 'string' })],
  [
    '1.x Codec of bare JSON Schema',
    Type.Codec({ type: 'string' })
      .Decode((v) => v)
      .Encode((v) => v),
  ],
  ['1.x Refine of bare JSON Schema', Type.Refine({ type: 'string' }, () => true)],
  ['1.x Cyclic', Type.Cyclic({ A: Type.Object({}) }, 'A')],
  ['0.34', V0.String()],
  ['0.34 Unsafe', V0.Unsafe({ type: 'string' })],
  ['0.34 Import', V0.Module({ A: V0.String() }).Import('A')],
])('%s is TypeBox', (_name, schema) => {
  expect(isTypeBox(schema)).toBe(true);
});

test('1.x with visible kinds is TypeBox', () => {
  System.Settings.Set({ enumerableKind: true });
  expect(isTypeBox(Type.String())).toBe(true);
  expect(Object.keys(Type.String())).toContain('~kind');
});

test.each([
  ['JSON Schema', { type: 'string' }],
  ['a TypeBox schema after JSON', JSON.parse(JSON.stringify(Type.String()))],
  ['Zod', z.string()],
  ['null', null],
  ['text', 'String'],
  ['a list', [Type.String()]],
  ['a function', () => Type.String()],
  ['inherited marks', Object.create(Type.String())],
])('%s is not', (_name, schema) => {
  expect(isTypeBox(schema)).toBe(false);
});
