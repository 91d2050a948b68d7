const ANNOTATIONS = new Set([
  'title',
  'description',
  'default',
  'examples',
  '$comment',
  '$id',
  '$schema',
  'deprecated',
  'readOnly',
  'writeOnly',
]);

/** The keywords of a schema that may bear on validity. */
export function significant(schema: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(schema).filter((keyword) => !ANNOTATIONS.has(keyword));
}
