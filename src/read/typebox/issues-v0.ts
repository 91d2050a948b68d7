import type { Issue } from '../source.js';
import { explain } from './checkable.js';
import type { ErrorV0 } from './library.js';
import { stepsOf } from './steps.js';
import { deepest } from './unions.js';
import { sentence } from './wording.js';

/** As many errors as are worth reading; TypeBox makes them one by one. */
const MOST = 50;

/** The errors of TypeBox 0.34 as issues; of a union those of the option that fits best. */
export function issuesV0(errors: Iterable<ErrorV0>, value: unknown): readonly Issue[] {
  const issues: Issue[] = [];
  for (const error of flat(errors)) {
    const { path, at } = stepsOf(error.path, value);
    const missing = error.message === 'Expected required property';
    const key = path.join('\0');
    // A missing property is also reported as a value of the wrong type.
    if (issues.some((issue) => issue.code === 'missing' && issue.path.join('\0') === key)) continue;
    issues.push({
      path,
      message: missing ? 'This required property is missing.' : sentence(wordsOf(error.message), at),
      code: missing ? 'missing' : 'finish',
      value: at,
    });
  }
  return issues.map((issue) => ({ ...issue, code: 'finish' }));
}

function wordsOf(message: string): string {
  return message === 'Unexpected property' ? 'This property is not declared, and no other is allowed' : message;
}

function flat(errors: Iterable<ErrorV0>): readonly ErrorV0[] {
  const found: ErrorV0[] = [];
  for (const error of errors) {
    const best = error.errors.length > 0 ? deepest(error.errors.map(flat), (inner) => inner.path.length) : undefined;
    if (best?.some((inner) => inner.path.length > error.path.length)) found.push(...best);
    else found.push(...(explain(error) ?? [error]));
    if (found.length >= MOST) break;
  }
  return found;
}
