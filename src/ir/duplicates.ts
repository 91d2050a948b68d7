import { sameJson } from './equal.js';

/** The positions of the first item that is there twice, in time that grows with the items' size only. */
export function firstDuplicate(items: readonly unknown[]): readonly [number, number] | undefined {
  const simple = new Map<unknown, number>();
  const composed = new Map<string, number[]>();
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (typeof item !== 'object' || item === null) {
      const earlier = simple.get(item);
      if (earlier !== undefined) return [earlier, index];
      simple.set(item, index);
      continue;
    }
    const key = fingerprint(item);
    const alike = composed.get(key);
    if (alike === undefined) {
      composed.set(key, [index]);
      continue;
    }
    const earlier = alike.find((position) => sameJson(items[position], item));
    if (earlier !== undefined) return [earlier, index];
    alike.push(index);
  }
  return undefined;
}

/** A text that equal values share: JSON with sorted keys. */
function fingerprint(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  });
}
