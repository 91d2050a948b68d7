/** Which TypeBox made a schema: the package `typebox` (1.x) or `@sinclair/typebox` (0.34). */
export type Version = 'v1' | 'v0';

const KIND = Symbol.for('TypeBox.Kind');
const HINT = Symbol.for('TypeBox.Hint');
/** Own properties, hidden from enumeration unless so set, by which 1.x marks its types. `Unsafe`, `Codec` and `Refine` also mark bare JSON Schema. */
const MARKS = ['~kind', '~unsafe', '~codec', '~refine'] as const;

/** Whether a value is a schema made with TypeBox, 0.34 or 1.x, `Type.Script` included. */
export function isTypeBox(schema: unknown): schema is Record<string, unknown> {
  return versionOf(schema) !== undefined;
}

export function versionOf(schema: unknown): Version | undefined {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return undefined;
  if (Object.hasOwn(schema, KIND)) return 'v0';
  return MARKS.some((mark) => Object.hasOwn(schema, mark)) ? 'v1' : undefined;
}

/** The name that TypeBox gives the type of a node, if it is a node of TypeBox. */
export function kindOf(node: object, version: Version): string | undefined {
  const key = version === 'v1' ? '~kind' : KIND;
  const kind = Object.hasOwn(node, key) ? (node as Record<typeof key, unknown>)[key] : undefined;
  return typeof kind === 'string' ? kind : undefined;
}

/** Whether 0.34 made the node with `Type.Recursive`. */
export function isRecursive(node: object): boolean {
  return (node as { [HINT]?: unknown })[HINT] === 'Recursive';
}
