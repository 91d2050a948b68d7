import { setOwn } from '../../ir/json.js';
import { isContainer } from './containers.js';

/** A copy of what is still open; what is whole is frozen and shared. */
export function snapshotOf(value: unknown): unknown {
  const open: { readonly from: object; readonly to: object }[] = [];
  const copy = (item: unknown): unknown => {
    if (!isContainer(item) || Object.isFrozen(item)) return item;
    const to = Array.isArray(item) ? [] : {};
    open.push({ from: item, to });
    return to;
  };
  const result = copy(value);
  for (let next = open.pop(); next; next = open.pop())
    for (const [key, item] of Object.entries(next.from)) setOwn(next.to as Record<string, unknown>, key, copy(item));
  return result;
}
