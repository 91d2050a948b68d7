import type { Step } from '../source.js';

/** The steps that a JSON Pointer takes through a value: an index where it meets a list, a key elsewhere. */
export function stepsOf(
  pointer: string,
  value: unknown,
  escaped = true,
): { readonly path: readonly Step[]; readonly at: unknown } {
  const path: Step[] = [];
  let at = value;
  const tokens = pointer === '' ? [] : pointer.slice(1).split('/');
  for (let index = 0; index < tokens.length; index++) {
    let token = tokens[index] as string;
    if (escaped) token = token.replace(/~1/g, '/').replace(/~0/g, '~');
    else while (isObject(at) && !Object.hasOwn(at, token) && index + 1 < tokens.length) token += `/${tokens[++index]}`;
    path.push(Array.isArray(at) && /^\d+$/.test(token) ? Number(token) : token);
    at = isObject(at) && Object.hasOwn(at, token) ? (at as Record<string, unknown>)[token] : undefined;
  }
  return { path, at };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
