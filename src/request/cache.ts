import type { Planned, PlanOptions } from './request.js';

const ids = new WeakMap<object, number>();
let count = 0;
const plans = new WeakMap<object, Map<string, Planned>>();
/** Most plans that are kept for one output (or first tool). */
const MOST_KEPT = 32;

/** Answers the earlier plan for the very same objects and equal options. */
export function remembered(parts: readonly unknown[], options: PlanOptions, build: () => Planned): Planned {
  const first = parts.find(isObject);
  if (!first) return build();
  const key = `${parts.map(identity).join(' ')} ${JSON.stringify(options, (name, value) => (name === 'target' && isObject(value) ? identity(value) : value))}`;
  let known = plans.get(first);
  if (!known) {
    known = new Map();
    plans.set(first, known);
  }
  let found = known.get(key);
  if (found) known.delete(key);
  else {
    found = build();
    if (known.size >= MOST_KEPT) known.delete(known.keys().next().value as string);
  }
  known.set(key, found);
  return found;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' || typeof value === 'function') && value !== null;
}

function identity(part: unknown): number | string {
  if (!isObject(part)) return String(part);
  let id = ids.get(part);
  if (id === undefined) {
    id = count++;
    ids.set(part, id);
  }
  return id;
}
