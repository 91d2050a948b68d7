import type { Issue } from '../read/source.js';

/** What a value says whose parts throw when they are read: a getter, a proxy. */
export function unreadable(error: unknown): { readonly issues: readonly Issue[] } {
  const message = `The value can not be read: ${error instanceof Error ? error.message : String(error)}.`;
  return { issues: [{ path: [], code: 'unreadable', message }] };
}
