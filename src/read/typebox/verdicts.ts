import type { Finished, Issue } from '../source.js';

/** A check that is made when the first value comes, or when it first can be made, and in which nothing is thrown. */
export function guarded(
  make: () => ((value: unknown) => Finished) | undefined,
  otherwise: () => Finished = () => failed('finish', 'The value could not be checked.'),
): (value: unknown) => Finished {
  let ready: ((value: unknown) => Finished) | undefined;
  return (value) => {
    try {
      ready ??= make();
      return ready ? ready(value) : otherwise();
    } catch (error) {
      return thrown(error, []);
    }
  };
}

export function rejected(issues: readonly Issue[]): Finished {
  return issues.length > 0 ? { issues } : failed('finish', 'The schema rejects this value without saying why.');
}

export function thrown(error: unknown, path: Issue['path']): Finished {
  if (error instanceof RangeError && /call stack/i.test(error.message))
    return failed('finish', 'The value is nested too deeply to be checked.');
  const message = error instanceof Error ? error.message : String(error);
  return failed('user-code-threw', `The schema's own code threw an error: ${message}`, path);
}

export function failed(code: string, message: string, path: Issue['path'] = []): Finished {
  return { issues: [{ path, message, code }] };
}
