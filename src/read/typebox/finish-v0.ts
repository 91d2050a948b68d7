import type { Finished } from '../source.js';
import { checkable } from './checkable.js';
import { issuesV0 } from './issues-v0.js';
import type { LibraryV0 } from './library.js';
import { stepsOf } from './steps.js';
import { rejected, thrown } from './verdicts.js';

/** Finishing by TypeBox 0.34: checks a value against the schema as it is, then runs the transforms. May throw what user code throws. */
export function finishV0(schema: Record<string, unknown>, library: LibraryV0): (value: unknown) => Finished {
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
