import type { Issue } from '../read/source.js';

/** Thrown by `encode`: the value is not valid for the source schema, or cannot be said on the wire (`narrowedBy`). */
export class EncodeError extends Error {
  override readonly name = 'EncodeError';
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(issues.map((issue) => `${issue.path.length === 0 ? '(root)' : issue.path.join('.')}: ${issue.message}`).join('\n'));
    this.issues = issues;
  }
}
