import type { Schema } from './schema.js';

export interface Payload {
  readonly value: unknown;
  readonly issues: readonly { readonly expected?: unknown; readonly message?: string | undefined }[];
}

/** Parses with a part of the user's schema; nothing when its code throws or needs a promise. */
export function tryRun(schema: Schema, value: unknown): Payload | undefined {
  try {
    const result = schema._zod.run({ value, issues: [] }, { async: false });
    if (!(result instanceof Promise)) return result;
    // The promise is not waited for; left alone, a rejection would bring the process down.
    result.catch(() => undefined);
  } catch {
    // Whoever parses with the whole schema meets the same error and reports it.
  }
  return undefined;
}

export async function tryRunAsync(schema: Schema, value: unknown): Promise<Payload | undefined> {
  try {
    return await schema._zod.run({ value, issues: [] }, { async: true });
  } catch {
    return undefined;
  }
}

export function accepts(schema: Schema, value: unknown): boolean {
  return tryRun(schema, value)?.issues.length === 0;
}
