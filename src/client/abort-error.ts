import { errorClass } from './error-class.js';

/**
 * What an aborted call rejects with where the SDK itself was not asked: its own `APIUserAbortError`, with the signal's reason as `cause`
 * and the name that the platform gives to aborts. For a client that has no such class, the reason.
 */
export function abortError(client: unknown, reason: unknown): unknown {
  const Class = errorClass(client, 'APIUserAbortError');
  if (!Class) return reason;
  const words = reason instanceof Error && reason.name !== 'AbortError' ? `: ${reason.message}` : '.';
  return Object.assign(new Class({ message: `Request was aborted${words}` }), { name: 'AbortError', cause: reason });
}

/** The error to throw in place of a signal's bare reason; any other error as it is. */
export function asAborted(error: unknown, client: unknown, signal: AbortSignal | undefined): unknown {
  return signal?.aborted && error === signal.reason ? abortError(client, error) : error;
}

/** Waits for something, but no longer than until the signal is aborted; then rejects with its reason. */
export async function untilAborted<Result>(waited: PromiseLike<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (!signal) return waited;
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
  return Promise.race([waited, aborted]).finally(() => signal.removeEventListener('abort', stop));
}
