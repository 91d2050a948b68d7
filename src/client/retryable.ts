/**
 * The results whose requests may do better when they are sent again as they are: no answer for a reason that passes, an empty or invalid
 * answer, a paused turn. Not those that were refused, canceled or cut, nor those whose request is wrong.
 */
export function pickRetryable<Result extends { readonly status: string }>(results: Iterable<Result>): Result[] {
  if (typeof (results as Partial<Iterable<Result>> | null | undefined)?.[Symbol.iterator] !== 'function')
    throw new TypeError(
      'What `retryable` was given is no list of results. Collect them first: `const results = []; for await (const one of collectBatch(…)) results.push(one);`',
    );
  return [...results].filter((result) => {
    if (result.status === 'errored') {
      const { error } = result as { readonly error?: { readonly type: string } };
      return error?.type !== 'invalid_request_error' && error?.type !== 'not_found_error' && error?.type !== 'permission_error';
    }
    return ['expired', 'empty', 'invalid', 'paused'].includes(result.status);
  });
}
