/** Thrown when a stream brought nothing for too long. */
export class StalledError extends Error {
  override readonly name = 'StalledError';
}

/** Hands events through; throws `StalledError` when none comes for `idle` milliseconds, and the signal's reason when it is aborted. */
export async function* untilStalled<Event>(
  events: AsyncIterable<Event>,
  idle: number,
  signal: AbortSignal,
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
      const next = await Promise.race([iterator.next(), stalled]).finally(() => clearTimeout(timer));
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
