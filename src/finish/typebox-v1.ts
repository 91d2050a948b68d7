import type { Finished } from '../read/source.js';
import { finishV1 } from '../read/typebox/finish-v1.js';
import type { LibraryV1 } from '../read/typebox/library.js';
import { guarded } from '../read/typebox/verdicts.js';

/** Finishes with a schema of `typebox` 1.x; `library` holds `Check`, `Errors`, `HasCodec` and `DecodeUnsafe` of `typebox/value`. */
export function typeboxFinisher(schema: object, library: object): (value: unknown) => Finished {
  return guarded(() => finishV1(schema, library as LibraryV1));
}
