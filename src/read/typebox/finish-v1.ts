import { setOwn } from '../../ir/json.js';
import type { Finished } from '../source.js';
import { issuesV1 } from './issues-v1.js';
import type { LibraryV1 } from './library.js';
import { failed, rejected } from './verdicts.js';

/** Finishing by TypeBox 1.x: checks a value against the schema as it is, then runs the decode functions. May throw what user code throws. */
export function finishV1(schema: object, library: LibraryV1): (value: unknown) => Finished {
  const decodes = library.HasCodec(schema);
  return (value) => {
    if (!library.Check(schema, value)) return rejected(issuesV1(library.Errors(schema, value), value));
    if (!decodes) return { value };
    if (!library.DecodeUnsafe)
      return failed(
        'finish',
        'The installed typebox can only decode what it also converts and fills in. Install typebox 1.0.81 or later.',
      );
    return { value: library.DecodeUnsafe({}, schema, copied(value)) };
  };
}

/** A deep copy of lists and plain objects: TypeBox 1.x decodes in place, and its own `Clone` drops keys such as `constructor`. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (typeof value !== 'object' || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return value;
  const copy: Record<string, unknown> = prototype === null ? Object.create(null) : {};
  for (const key of Object.keys(value)) setOwn(copy, key, copied((value as Record<string, unknown>)[key]));
  return copy;
}
