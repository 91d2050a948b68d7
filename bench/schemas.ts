import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Schema = { readonly [keyword: string]: unknown };
export interface Named {
  readonly name: string;
  readonly schema: Schema;
}

/** The bundle runs from a cache folder, so the project is the folder `npm run bench` is started in. */
const folder = join(process.cwd(), '../shared/corpus');

/** A corpus of real schemas by file, where present: each row's `schema`. Booleans are left out. */
export function corpus(): { readonly name: string; readonly schemas: readonly Schema[] }[] | undefined {
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  return files.map((name) => ({
    name: name.replace('.jsonl', ''),
    schemas: readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).schema)
      .filter((schema) => typeof schema === 'object' && schema !== null),
  }));
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const SCALARS: readonly Schema[] = [
  { type: 'string', description: 'As printed' },
  { type: 'integer', minimum: 0 },
  { type: 'string', format: 'date' },
  { enum: ['a', 'b', 'c'] },
  { type: 'array', items: { type: 'number' }, maxItems: 9 },
];
const scalar = (index: number): Schema => SCALARS[index % SCALARS.length] as Schema;

function object(entries: readonly (readonly [string, Schema])[], rest: Schema = {}): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(entries),
    required: entries.map(([key]) => key),
    additionalProperties: false,
    ...rest,
  };
}

/** Schemas of one kind, with about `size` properties. */
export const GROWING: Readonly<Record<string, (size: number) => Schema>> = {
  flat: (size) => object(range(size).map((index) => [`p${index}`, scalar(index)])),
  'flat, half of it optional': (size) => ({
    ...flatOf(size),
    required: range(size)
      .filter((index) => index % 2 === 0)
      .map((index) => `p${index}`),
  }),
  'nested objects': (size) => nested(size),
  maps: (size) => object(range(size).map((index) => [`p${index}`, { type: 'object', additionalProperties: scalar(index) }])),
  'many unions': (size) =>
    object(
      range(Math.ceil(size / 3)).map((index) => [
        `u${index}`,
        {
          anyOf: [
            object([
              ['kind', { const: 'a' }],
              ['x', scalar(index)],
            ]),
            object([
              ['kind', { const: 'b' }],
              ['y', scalar(index)],
            ]),
          ],
        },
      ]),
    ),
  'one wide union': (size) =>
    object([
      [
        'one',
        {
          anyOf: range(Math.ceil(size / 2)).map((index) =>
            object([
              ['kind', { const: `k${index}` }],
              ['x', scalar(index)],
            ]),
          ),
        },
      ],
    ]),
  'one wide union of look-alikes': (size) =>
    object([
      [
        'one',
        {
          anyOf: range(Math.ceil(size / 2)).map((index) =>
            object([
              ['x', { type: 'string' }],
              ['m', { type: 'object', additionalProperties: scalar(index) }],
            ]),
          ),
        },
      ],
    ]),
  'DAG of references': (size) => {
    const count = Math.ceil(size / 3);
    const node = (index: number): Schema =>
      object(
        index + 1 === count
          ? [['leaf', { type: 'string' }]]
          : [
              ['left', { $ref: `#/$defs/d${index + 1}` }],
              ['right', { $ref: `#/$defs/d${index + 1}` }],
              ['note', { type: 'string' }],
            ],
      );
    return { $ref: '#/$defs/d0', $defs: Object.fromEntries(range(count).map((index) => [`d${index}`, node(index)])) };
  },
  'one definition, used often': (size) =>
    object(
      range(size).map((index) => [`p${index}`, { $ref: '#/$defs/part' }]),
      {
        $defs: {
          part: object([
            ['a', { type: 'string' }],
            ['b', { type: 'integer' }],
          ]),
        },
      },
    ),
  allOf: (size) => ({
    allOf: range(Math.ceil(size / 4)).map((part) => ({
      type: 'object',
      properties: Object.fromEntries(range(4).map((index) => [`p${part}_${index}`, scalar(index)])),
    })),
  }),
  'recursive, one ring': (size) => {
    const count = Math.ceil(size / 3);
    const node = (index: number): Schema =>
      object([
        ['name', { type: 'string' }],
        ['next', { type: 'array', items: { $ref: `#/$defs/d${(index + 1) % count}` } }],
        ['count', { type: 'integer' }],
      ]);
    return { $ref: '#/$defs/d0', $defs: Object.fromEntries(range(count).map((index) => [`d${index}`, node(index)])) };
  },
  'recursive, one big node': (size) => ({
    $ref: '#/$defs/n',
    $defs: {
      n: object([
        ...range(size).map((index): [string, Schema] => [`p${index}`, scalar(index)]),
        ['children', { type: 'array', items: { $ref: '#/$defs/n' } }],
      ]),
    },
  }),
  'one enum': (size) => object([['one', { enum: range(size).map((index) => `value ${index}`) }]]),
};

const flatOf = (size: number): Schema => (GROWING.flat as (size: number) => Schema)(size);

/** Ten properties an object, objects in objects up to the tenth level, then side by side. */
function nested(size: number): Schema {
  const part = (left: number, level: number): Schema => {
    const own = Math.min(10, left);
    const entries = range(own).map((index): [string, Schema] => [`p${index}`, scalar(index)]);
    if (left <= 10) return object(entries);
    if (level < 9) return object([...entries, ['inner', part(left - 10, level + 1)]]);
    const half = Math.ceil((left - 10) / 2);
    return object([...entries, ['one', part(half, 0)], ['other', part(left - 10 - half, 0)]]);
  };
  return part(size, 0);
}
