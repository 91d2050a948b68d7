import type { Finished, Finisher, Issue, Step } from '../source.js';
import { type Standard, standardOf } from './recognise.js';

/** What `validate` answers by the specification, unless it is a promise. */
interface Result {
  readonly value?: unknown;
  readonly issues?: readonly { readonly message: string; readonly path?: readonly unknown[] | undefined }[] | undefined;
}

const ASYNC: Finished = {
  issues: [{ path: [], message: 'This schema answers with a promise: use decodeAsync or parseAsync.', code: 'async-schema' }],
};

export function finisher(schema: unknown): Finisher {
  return { finish: (value) => finish(schema, value), finishAsync: (value) => finishAsync(schema, value) };
}

function finish(schema: unknown, value: unknown): Finished {
  try {
    const result = validate(schema, value);
    if (!isPromise(result)) return finished(result as Result, value);
    result.then(undefined, () => undefined);
    return ASYNC;
  } catch (error) {
    return thrown(error);
  }
}

async function finishAsync(schema: unknown, value: unknown): Promise<Finished> {
  try {
    return finished((await validate(schema, value)) as Result, value);
  } catch (error) {
    return thrown(error);
  }
}

function validate(schema: unknown, value: unknown): unknown {
  const standard = standardOf(schema) as Standard & Required<Pick<Standard, 'validate'>>;
  return standard.validate(value);
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}

function finished(result: Result, value: unknown): Finished {
  // Some vendors give a value beside the issues.
  if (!result.issues) return { value: result.value };
  const issues = Array.from(result.issues, ({ message, path = [] }): Issue => {
    const steps = Array.from(path, step);
    return { path: steps, message, code: 'finish', value: at(value, steps) };
  });
  return {
    issues:
      issues.length > 0
        ? issues
        : [{ path: [], message: 'The schema rejects this value without saying why.', code: 'finish', value }],
  };
}

function step(segment: unknown): Step {
  const key = typeof segment === 'object' && segment !== null ? (segment as { readonly key: unknown }).key : segment;
  return typeof key === 'number' ? key : String(key);
}

function at(value: unknown, path: readonly Step[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<Step, unknown>)[key];
  }
  return found;
}

function thrown(error: unknown): Finished {
  if (error instanceof RangeError && /call stack/i.test(error.message))
    return { issues: [{ path: [], message: 'The value is nested too deeply to be checked.', code: 'finish' }] };
  const message = error instanceof Error ? error.message : String(error);
  return { issues: [{ path: [], message: `The schema's own code threw an error: ${message}`, code: 'user-code-threw' }] };
}
