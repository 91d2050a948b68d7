import { SchemaError } from '../diagnostics/schema-error.js';
import type { TargetProfile } from '../targets/profile.js';

/** Throws `SchemaError` for a name that the target does not take. */
export function checkToolName(name: unknown, target: Pick<TargetProfile, 'name' | 'toolName'>): void {
  const pattern = target.toolName.value;
  if (typeof name === 'string' && new RegExp(pattern).test(name)) return;
  throw new SchemaError([
    {
      code: 'tool-name',
      severity: 'error',
      path: '',
      message: `The tool name ${JSON.stringify(name)} is not taken by the target ${target.name}: it must match ${pattern}.`,
      help: 'Use letters, digits, `_` and `-`, at most 64 of them.',
    },
  ]);
}
