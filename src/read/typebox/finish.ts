import { setOwn } from '../../ir/json.js';
import type { Finished, Issue } from '../source.js';
import { checkable } from './checkable.js';
import { issuesV0 } from './issues-v0.js';
import { issuesV1 } from './issues-v1.js';
import { type LibraryV0, type LibraryV1, libraryV0, libraryV1 } from './library.js';
import type { Version } from './recognise.js';
import { stepsOf } from './steps.js';

/** Checks a value against the user's schema as it is, then runs the decode functions; nothing is converted, cleaned or filled in. */
export function finisher(schema: Record<string, unknown>, version: Version): (value: unknown) => Finished {
  let ready: ((value: unknown) => Finished) | undefined;
  return (value) => {
    try {
      ready ??= version === 'v1' ? withV1(schema, libraryV1()) : withV0(schema, libraryV0());
      return ready?.(value) ?? missing(version);
    } catch (error) {
      return thrown(error, []);
    }
  };
}

function withV1(schema: object, library: LibraryV1 | undefined): ((value: unknown) => Finished) | undefined {
  if (!library) return undefined;
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

function withV0(schema: Record<string, unknown>, library: LibraryV0 | undefined): ((value: unknown) => Finished) | undefined {
  if (!library) return undefined;
  const checked = checkable(schema, library);
  const decodes = library.HasTransform(checked, []);
  return (value) => {
    if (!library.Check(checked, value)) return rejected(issuesV0(library.Value.Errors(checked, value), value));
    if (!decodes) return { value };
    try {
      return { value: library.TransformDecode(checked, [], value) };
    } catch (error) {
      return thrown(error, error instanceof library.TransformDecodeError ? stepsOf(error.path, value, false).path : []);
    }
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

function rejected(issues: readonly Issue[]): Finished {
  return issues.length > 0 ? { issues } : failed('finish', 'The schema rejects this value without saying why.');
}

function missing(version: Version): Finished {
  const name = version === 'v1' ? 'typebox' : '@sinclair/typebox';
  return failed(
    'typebox-missing',
    `The value can't be checked, since the package ${name} can't be loaded. Install it (npm install ${name}), or in a bundle hand it over with provideTypeBox.`,
  );
}

function thrown(error: unknown, path: Issue['path']): Finished {
  if (error instanceof RangeError && /call stack/i.test(error.message))
    return failed('finish', 'The value is nested too deeply to be checked.');
  const message = error instanceof Error ? error.message : String(error);
  return failed('user-code-threw', `The schema's own code threw an error: ${message}`, path);
}

function failed(code: string, message: string, path: Issue['path'] = []): Finished {
  return { issues: [{ path, message, code }] };
}
