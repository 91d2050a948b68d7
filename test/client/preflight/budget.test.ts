import { expect, test } from 'vitest';
import { compile } from '../../../src/index.js';
import { oddTarget } from '../../support/odd-target.js';
import { checked, table, tool } from '../../support/preflight.js';

function schema(count: number, property: object, required: boolean): object {
  const names = Array.from({ length: count }, (_, index) => `p${index}`);
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, property])),
    required: required ? names : [],
    additionalProperties: false,
  };
}
const optionals = (count: number) => schema(count, { type: 'string' }, false);
const unions = (count: number) => schema(count, { type: ['string', 'null'] }, true);
const output = (wire: object) => ({ output_config: { format: { type: 'json_schema', schema: wire } } });
const strict = (name: string, wire: object) => tool(name, { strict: true, input_schema: wire });
const many = (count: number, changes: object = {}) =>
  Array.from({ length: count }, (_, index) => tool(`t${index}`, { strict: true, ...changes }));

table('too-many-strict-tools', {
  refused: [['21', { tools: many(21) }, '/tools']],
  admitted: [
    ['20', { tools: many(20) }],
    ['20 beside others', { tools: [...many(20), tool('more'), { type: 'web_search_20250305', name: 'web_search' }] }],
    ['21 that are not', { tools: many(21, { strict: false }) }],
  ],
});

table('too-many-optionals', {
  refused: [
    ['in the output', output(optionals(25)), ''],
    ['in a tool', { tools: [strict('a', optionals(25))] }, ''],
    ['together', { ...output(optionals(12)), tools: [strict('a', optionals(13))] }, ''],
    ['use by use', output({ ...schema(2, { $ref: '#/$defs/d' }, true), $defs: { d: optionals(13) } }), ''],
    [
      'use by use, in older words',
      { tools: [strict('a', { ...schema(2, { $ref: '#/definitions/d' }, true), definitions: { d: optionals(13) } })] },
      '',
    ],
  ],
  admitted: [
    ['24 together', { ...output(optionals(12)), tools: [strict('a', optionals(12))] }],
    ['more in a tool that is not strict', { ...output(optionals(12)), tools: [tool('a', { input_schema: optionals(99) })] }],
    [
      'a circle of references',
      output({ ...optionals(3), $defs: { d: { anyOf: [{ $ref: '#/$defs/d' }] } }, items: { $ref: '#/$defs/d' } }),
    ],
  ],
});

table('too-many-unions', {
  refused: [
    ['in the output', output(unions(17)), ''],
    ['together', { ...output(unions(1)), tools: [strict('a', unions(8)), strict('b', unions(8))] }, ''],
    ['of several schemas', output(schema(17, { anyOf: [{ type: 'string' }, { type: 'integer' }] }, true)), ''],
  ],
  admitted: [['16 together', { ...output(unions(8)), tools: [strict('a', unions(8))] }]],
});

test('says what each part spends, the largest first', () => {
  const [found] = checked({
    ...output(optionals(6)),
    tools: [strict('small', optionals(4)), strict('large', optionals(15)), strict('none', optionals(0))],
  });
  expect(found?.message).toBe(
    'The schemas of the request hold 25 optional properties, and claude takes at most 24 over all of them: the tool "large" 15, the output 6, the tool "small" 4.',
  );
});

test('another target has other limits', () => {
  const changes = { model: 'odd-9', tools: [strict('a', optionals(2)), strict('b', optionals(2)), strict('c', unions(3))] };
  expect(checked(changes, oddTarget).map(({ code }) => code)).toEqual([
    'too-many-strict-tools',
    'too-many-optionals',
    'too-many-unions',
  ]);
  expect(checked({ model: 'odd-2', tools: [tool('a')], tool_choice: { type: 'any' } }, oddTarget)).toMatchObject([
    { code: 'forced-tool-model' },
  ]);
  const { models: _, ...silent } = oddTarget;
  expect(checked({ model: 'odd-2', tools: [tool('a')], tool_choice: { type: 'any' } }, silent)).toEqual([]);
});

test('what the compiler makes fits', () => {
  const source = {
    type: 'object',
    properties: Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`p${index}`, { type: 'string' }])),
  };
  const compiled = compile(source as never);
  expect(checked({ output_config: { format: compiled.format }, tools: [compiled.tool({ name: 'a', strict: false })] })).toEqual(
    [],
  );
});
