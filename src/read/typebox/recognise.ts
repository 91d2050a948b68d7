/** Which TypeBox made a schema: the package `typebox` (1.x) or `@sinclair/typebox` (0.34). */
export type Version = 'v1' | 'v0';

const KIND = Symbol.for('TypeBox.Kind');
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
export function kindOf(node: object): string | undefined {
  const kind = Object.hasOwn(node, '~kind') ? (node as { '~kind': unknown })['~kind'] : Object.hasOwn(node, KIND) ? (node as { [KIND]: unknown })[KIND] : undefined;
  return typeof kind === 'string' ? kind : undefined;
}
