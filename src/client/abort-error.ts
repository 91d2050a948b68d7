interface AbortErrorClass {
  new (about: { readonly message: string }): Error;
}

/**
 * What an aborted call rejects with where the SDK itself was not asked: its own `APIUserAbortError`, with the signal's reason as `cause`
 * and the name that the platform gives to aborts. For a client that has no such class, the reason.
 */
export function abortError(client: unknown, reason: unknown): unknown {
  const Class = classOf(client);
  if (!Class) return reason;
  const words = reason instanceof Error && reason.name !== 'AbortError' ? `: ${reason.message}` : '.';
  return Object.assign(new Class({ message: `Request was aborted${words}` }), { name: 'AbortError', cause: reason });
}

/** The class is a static member of the SDK's clients; `client.beta` and `client.messages` hold theirs. */
function classOf(client: unknown): AbortErrorClass | undefined {
  for (const one of [client, (client as { _client?: unknown } | null | undefined)?._client]) {
    const Class = (one as { constructor?: { APIUserAbortError?: unknown } } | null | undefined)?.constructor?.APIUserAbortError;
    if (typeof Class === 'function') return Class as unknown as AbortErrorClass;
  }
  return undefined;
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
