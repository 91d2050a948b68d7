/** Thrown when a stream brought nothing for too long. */
export class StalledError extends Error {
  override readonly name = 'StalledError';
}

/**
 * Hands events through; throws `StalledError` when none comes for `idle` milliseconds, the signal's reason when it is aborted, and what
 * `broken` makes of the iterator's own errors.
 */
export async function* untilStalled<Event>(
  events: AsyncIterable<Event>,
  idle: number,
  signal: AbortSignal,
  broken: (error: unknown) => unknown = (error) => error,
): AsyncGenerator<Event, void, undefined> {
  const iterator = events[Symbol.asyncIterator]();
  let reject: (reason: unknown) => void = () => undefined;
  const onAbort = () => reject(signal.reason);
  signal.addEventListener('abort', onAbort);
  let whole = false;
  try {
    for (;;) {
      signal.throwIfAborted();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stalled = new Promise<never>((_, refuse) => {
        reject = refuse;
        if (Number.isFinite(idle))
          timer = setTimeout(() => refuse(new StalledError(`The stream brought nothing for ${idle} ms and was given up.`)), idle);
      });
      const next = await Promise.race([following(iterator, broken), stalled]).finally(() => clearTimeout(timer));
      if (next.done) {
        whole = true;
        return;
      }
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    // Not waited for: an iterator that stalls does not return either.
    if (!whole) void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}

async function following<Event>(
  iterator: AsyncIterator<Event>,
  broken: (error: unknown) => unknown,
): Promise<IteratorResult<Event>> {
  try {
    return await iterator.next();
  } catch (error) {
    throw broken(error);
  }
}
