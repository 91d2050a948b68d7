import type { Finished, Issue } from '../../read/source.js';
import { notJson } from './value.js';

/** What decides whether values satisfy one schema. Both may throw. */
export interface Engine {
  check(value: unknown): boolean;
  /** What is wrong with a value that does not pass. */
  explain(value: unknown): readonly Issue[];
}

/** `isJson`: the value is known to be JSON, and no deeper than its schema is. */
export type Check = (value: unknown, isJson?: boolean) => Finished;

const MAX_DEPTH = 500;

/** Checks values with an engine that is made when the first value comes. Never throws, and never lets a value pass that could not be checked. */
export function finisher(make: () => Engine | undefined, maxDepth = MAX_DEPTH): Check {
  let engine: Engine | null | undefined;
  return (value, isJson = false) => {
    const fault = isJson ? undefined : judgedJson(value, maxDepth);
    if (fault) return { issues: [fault] };
    if (engine === undefined) engine = attempt(make) ?? null;
    if (engine === null) return { issues: [UNAVAILABLE] };
    const { check, explain } = engine;
    if (attempt(() => check(value)) === true) return { value };
    const issues = attempt(() => explain(value));
    return { issues: issues && issues.length > 0 ? issues : [UNEXPLAINED] };
  };
}

const UNAVAILABLE: Issue = {
  path: [],
  code: 'validator-unavailable',
  message: 'The source schema can not be read by a validator, so the value was not checked.',
};
const UNEXPLAINED: Issue = {
  path: [],
  code: 'finish',
  message: 'The value does not satisfy the source schema, or is too large to be checked.',
};

function judgedJson(value: unknown, maxDepth: number): Issue | undefined {
  try {
    return notJson(value, maxDepth);
  } catch {
    return { path: [], code: 'finish', message: 'The value can not be read.' };
  }
}

function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
