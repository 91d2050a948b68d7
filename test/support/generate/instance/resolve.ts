import type { Json } from '../../../../src/ir/json.js';

export type Node = { readonly [keyword: string]: Json };

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a reference of the same document names: a JSON Pointer or an anchor. */
export function resolve(root: Json, reference: string): Json | undefined {
  if (reference === '#') return root;
  if (reference.startsWith('#/')) {
    let at: Json | undefined = root;
    for (const part of decodeURIComponent(reference.slice(2)).split('/')) {
      const token = part.replace(/~1/g, '/').replace(/~0/g, '~');
      if (Array.isArray(at)) at = at[Number(token)];
      else if (isNode(at) && Object.hasOwn(at, token)) at = at[token];
      else return undefined;
    }
    return at;
  }
  return anchored(root, reference.replace(/^#/, ''));
}

function anchored(at: Json, anchor: string): Json | undefined {
  if (Array.isArray(at)) return at.map((item) => anchored(item, anchor)).find((found) => found !== undefined);
  if (!isNode(at)) return undefined;
  if (at['$anchor'] === anchor || at['$dynamicAnchor'] === anchor || at['$id'] === anchor || at['$id'] === `#${anchor}`)
    return { ...at };
  return Object.values(at)
    .map((item) => anchored(item, anchor))
    .find((found) => found !== undefined);
}
