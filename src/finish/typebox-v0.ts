import type { Finished } from '../read/source.js';
import { finishV0 } from '../read/typebox/finish-v0.js';
import type { LibraryV0 } from '../read/typebox/library.js';
import { guarded } from '../read/typebox/verdicts.js';

/** Finishes with a schema of `@sinclair/typebox` 0.34; `library` is the module `@sinclair/typebox/value` with the registries of `@sinclair/typebox`. */
export function typebox0Finisher(schema: object, library: object): (value: unknown) => Finished {
  return guarded(() => finishV0(schema as Record<string, unknown>, library as LibraryV0));
}
