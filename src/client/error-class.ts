interface ErrorClass {
  new (about: { readonly message: string; readonly cause?: Error }): Error;
}

/** A class of errors of the SDK, a static member of its clients; `client.beta` and `client.messages` hold theirs. Undefined for other clients. */
export function errorClass(client: unknown, name: 'APIUserAbortError' | 'APIConnectionError'): ErrorClass | undefined {
  for (const one of [client, (client as { _client?: unknown } | null | undefined)?._client]) {
    const Class = (one as { constructor?: { readonly [name: string]: unknown } } | null | undefined)?.constructor?.[name];
    if (typeof Class === 'function') return Class as unknown as ErrorClass;
  }
  return undefined;
}

/**
 * What a stream rejects with whose connection broke off: the SDK's `APIConnectionError`, as before the answer began. The SDK lets through the
 * `TypeError` of `fetch` ("terminated"). For a client without that class, and for anything else, the error as it is.
 */
export function asBrokenOff(error: unknown, client: unknown): unknown {
  const Class = error instanceof TypeError ? errorClass(client, 'APIConnectionError') : undefined;
  if (!Class) return error;
  const message = `The connection broke off while the answer was coming in (${(error as Error).message}). Ask again; what came until then is in \`snapshot()\`.`;
  return new Class({ message, cause: error as Error });
}
