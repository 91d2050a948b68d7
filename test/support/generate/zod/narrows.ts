import type { Plan } from './plan.js';

/** What takes more than the API can be told: whatever coercion, a fallback or a preprocessor takes, and no value at all in a list. */
const ALWAYS = /^(coerce|catch|default|prefault|preprocessed)/;
/** Formats that are sent although they are stricter than what the schema takes. */
const CLOSED = /^(url|iso datetime offset)/;

function names(plan: unknown): string[] {
  if (typeof plan !== 'object' || plan === null) return [];
  const own = Object.entries(plan).flatMap(([key, value]) =>
    ['leaf', 'by'].includes(key) && typeof value === 'string' ? [value] : [],
  );
  return [...own, ...Object.values(plan).flatMap(names)];
}

/** Whether inputs of the schema may be unsayable. */
export function narrowsOf(plan: Plan): { readonly close: boolean; readonly keep: boolean } {
  const keep = names(plan).some((name) => ALWAYS.test(name));
  return { close: keep || names(plan).some((name) => CLOSED.test(name)), keep };
}
