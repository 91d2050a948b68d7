import { Kind, Type as V0 } from '@sinclair/typebox';
import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { read } from './reading.js';

type Row = readonly [name: string, schema: object, message: RegExp];

const V1_TABLE: readonly Row[] = [
  ['Function', Type.Function([], Type.String()), /^Type\.Function describes a function, which no JSON answer can hold\.$/],
  ['Constructor', Type.Constructor([], Type.String()), /class/],
  ['Symbol', Type.Symbol(), /symbol/],
  ['a bare function', Type.Unsafe({ type: 'function' }), /function/],
  ['Generic', Type.Generic([Type.Parameter('T')], Type.String()), /not computed yet/],
  ['Parameter', Type.Parameter('T'), /not computed yet/],
  ['Rest', Type.Rest(Type.Array(Type.String())), /not computed yet/],
];

const V0_TABLE: readonly Row[] = [
  ['Function', V0.Function([], V0.String()), /function/],
  ['Constructor', V0.Constructor([], V0.String()), /class/],
  ['Promise', V0.Promise(V0.String()), /promise/],
  ['Iterator', V0.Iterator(V0.String()), /iterator/],
  ['AsyncIterator', V0.AsyncIterator(V0.String()), /asynchronous iterator/],
  ['Symbol', V0.Symbol(), /symbol/],
  [
    'a kind of the user with a type of its own',
    V0.Unsafe({ [Kind]: 'Decimal', type: 'Decimal' }),
    /^The kind Decimal has the type "Decimal"/,
  ],
];

describe.each([
  ['1.x', V1_TABLE, (type: object) => Type.Object({ a: Type.Array(type) }), 'Type.Codec'],
  ['0.34', V0_TABLE, (type: object) => V0.Object({ a: V0.Array(type as never) }), 'Type.Transform'],
] as const)('what no JSON answer can hold: %s', (_version, table, nest, remedy) => {
  test.each(table)('%s', (_name, schema, message) => {
    const { findings } = read(nest(schema));
    expect(findings).toMatchObject([
      { code: 'unsupported-type', severity: 'error', path: '/properties/a/items', message: expect.stringMatching(message) },
    ]);
    expect(findings[0]?.help).toMatch(message.source.includes('computed') ? /Module\.Import/ : remedy);
  });
});

test('every one of them is found, not the first alone', () => {
  const { findings } = read(Type.Object({ a: Type.Symbol(), b: Type.Object({ c: Type.Function([], Type.Null()) }) }));
  expect(findings.map((finding) => finding.path)).toEqual(['/properties/a', '/properties/b/properties/c']);
});
