import { Type as V0 } from '@sinclair/typebox';
import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { read } from './reading.js';

type Row = readonly [name: string, schema: object, occurrences: readonly object[]];

const TABLE: readonly Row[] = [
  [
    'constraints that only TypeBox knows',
    V0.Date({ minimumTimestamp: 1 }),
    [
      { path: '', keyword: 'minimumTimestamp' },
      { path: '', keyword: 'type' },
    ],
  ],
  [
    'bytes',
    V0.Uint8Array({ minByteLength: 1 }),
    [
      { path: '', keyword: 'minByteLength' },
      { path: '', keyword: 'type' },
    ],
  ],
  [
    'a RegExp',
    V0.RegExp(/a/),
    [
      { path: '', keyword: 'type' },
      { path: '', keyword: 'source', inert: 'read as `pattern`' },
      { path: '', keyword: 'flags', inert: 'read as `pattern`' },
      { path: '', keyword: 'pattern' },
    ],
  ],
  [
    'a refinement, which no keyword states',
    Type.Refine(Type.String(), () => true),
    [
      { path: '', keyword: 'type' },
      { path: '', keyword: 'refine' },
    ],
  ],
  [
    'two refinements',
    Type.Refine(
      Type.Refine(Type.String(), () => true),
      () => true,
    ),
    [
      { path: '', keyword: 'type' },
      { path: '', keyword: 'refine' },
    ],
  ],
  [
    'a tuple',
    Type.Tuple([Type.Null()]),
    [
      { path: '', keyword: 'type' },
      { path: '', keyword: 'additionalItems' },
      { path: '', keyword: 'items' },
      { path: '', keyword: 'minItems' },
      { path: '/items/0', keyword: 'type' },
    ],
  ],
  [
    'a default that is no JSON',
    V0.Date({ default: new Date(0) }),
    [
      { path: '', keyword: 'default', inert: 'its value is no JSON' },
      { path: '', keyword: 'type' },
    ],
  ],
];

test.each(TABLE)('%s', (_name, schema, occurrences) => {
  expect(read(schema).occurrences).toEqual(occurrences);
});
