import type { Issue } from '../read/source.js';

/** Thrown where an interface leaves only a throw, such as the SDK's `parse` hook: the answer does not satisfy the schema. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(issues.map((issue) => `${issue.path.length === 0 ? '(root)' : issue.path.join('.')}: ${issue.message}`).join('\n'));
    this.issues = issues;
  }
}
