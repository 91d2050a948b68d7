import type { Finisher } from '../read/source.js';
import { finisher } from '../read/zod/finish.js';

/** Finishes with a schema of Zod 4 or zod/mini. */
export function zodFinisher(schema: object): Finisher {
  return finisher(schema as Parameters<typeof finisher>[0]);
}
