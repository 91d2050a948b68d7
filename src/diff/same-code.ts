import type { CodeStep } from '../read/source.js';
import type { Side } from './side.js';

/** Whether two functions do the same. */
export type SameCode = (before: unknown, after: unknown) => boolean;

/** Whether two steps of finishing do the same. */
export function sameStep(a: CodeStep, b: CodeStep, sameCode: SameCode): boolean {
  return (
    a.text === b.text &&
    a.functions.length === b.functions.length &&
    a.functions.every((one, index) => one === b.functions[index] || sameCode(one, b.functions[index]))
  );
}

/** Whether the code at two places does the very same, in the same order. */
export function sameCodeAt(a: Side, pathOfA: string, b: Side, pathOfB: string, sameCode: SameCode): boolean {
  const one = a.codeAt(pathOfA)?.steps ?? [];
  const other = b.codeAt(pathOfB)?.steps ?? [];
  return one.length === other.length && one.every((step, index) => sameStep(step, other[index] as CodeStep, sameCode));
}

/** Whether whatever passes the code of `a` at one of its places passes that of `b`: all of `b`'s steps are among `a`'s. */
export function codeImplied(a: Side, pathsOfA: readonly string[], b: Side, pathOfB: string, sameCode: SameCode): boolean {
  const asked = b.codeAt(pathOfB);
  if (!asked) return true;
  return pathsOfA.some((path) => {
    const given = a.codeAt(path);
    if (!given) return false;
    if (asked.changes || given.changes) return sameCodeAt(a, path, b, pathOfB, sameCode);
    return asked.steps.every((step) => given.steps.some((own) => sameStep(own, step, sameCode)));
  });
}
