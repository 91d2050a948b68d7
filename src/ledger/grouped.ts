import type { Shape } from '../ir/shape.js';

/** The source nodes of the properties of an object that share lists of entries. */
export function groupedIn(shape: Shape): readonly string[] {
  if (shape.kind !== 'coded' || shape.codec !== 'fields' || shape.wire.kind !== 'object') return [];
  const { fields } = shape.argument as {
    readonly fields: readonly { readonly key: string; readonly members?: unknown }[];
  } & object;
  const lists = new Set(fields.filter(({ members }) => members).map(({ key }) => key));
  return shape.wire.properties.flatMap(({ key, shape: list }) => {
    const entry = lists.has(key) && list.kind === 'array' ? list.items : undefined;
    const value = entry?.kind === 'object' ? entry.properties[1]?.shape : undefined;
    return value ? [value.path, ...(value.also ?? [])] : [];
  });
}
