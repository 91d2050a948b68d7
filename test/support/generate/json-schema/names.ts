import fc from 'fast-check';

/** Property names a compiler may trip over, beside ordinary ones. */
export const NAMES = [
  'name',
  'tags',
  'price',
  'id',
  'entries',
  'rest',
  'value',
  'root',
  'nodes',
  'key',
  'kind',
  'type',
  'items',
  'properties',
  'not',
  'default',
  'enum',
  '1',
  '10',
  '0',
  'a b/ñ',
  'a~b',
  '$ref',
  '$defs',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  '名前',
  'x'.repeat(70),
  'item_0',
  'entries_2',
  'Name',
  'node',
  'option',
  'length',
  '-',
  '.',
  '"',
  '\\',
] as const;

/** `__proto__` is not among them, since Ajv passes over a property declared so: see the hostile tests. */
export const name: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('a', 'b', 'c', 'd') },
  { weight: 2, arbitrary: fc.constantFrom(...NAMES) },
);

export function names(least: number, most: number): fc.Arbitrary<string[]> {
  return fc.uniqueArray(name, { minLength: least, maxLength: most });
}
