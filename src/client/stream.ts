import { abortError, asAborted, untilAborted } from './abort-error.js';
import { Accumulation } from './accumulate.js';
import { functionFindings, paramsOf, timeFindings } from './check-settings.js';
import type { Resource } from './client.js';
import { resourceOf } from './client.js';
import { converse, type Send } from './converse.js';
import { asBrokenOff } from './error-class.js';
import { eventOf, eventsOf, type StreamEvent } from './events.js';
import { explained } from './explain-error.js';
import { inspect } from './inspect.js';
import type { LifterFor } from './lifter-for.js';
import { MAX_DEPTH, News } from './news.js';
import type { Outcome } from './outcome.js';
import { type GivenParams, optionsOf, outputFindings, type Prepared, prepare, throwOn } from './prepare.js';
import { Progress } from './progress.js';
import { untilStalled } from './stall.js';
import { type Untyped, UntypedStream } from './untyped-stream.js';

const IDLE_TIMEOUT = 600_000;

/** Settings of a stream beside those of `parse`. */
export interface StreamSettings {
  /** Called with each event of the API as it comes: thinking, prose, whatever is not the value. */
  readonly onEvent?: (event: never) => void;
  /**
   * Milliseconds without any event after which the stream is given up with `StalledError`, or `Infinity`. Default 600,000. Until the API
   * answers at all, the `timeout` and the retries of the SDK's client hold.
   */
  readonly idleTimeout?: number;
}

/** Streams an answer. Nothing is sent before it is read from. */
export function streamed(client: unknown, params: GivenParams & StreamSettings, lifterFor: LifterFor): UntypedStream {
  const resource = resourceOf(client);
  const { onEvent, idleTimeout = IDLE_TIMEOUT, ...given } = paramsOf(params);
  throwOn([
    ...outputFindings(given),
    ...timeFindings('/idleTimeout', params.idleTimeout),
    ...functionFindings('/onEvent', onEvent),
  ]);
  const request = prepare(given, lifterFor);
  const abort = new AbortController();
  const signal = request.settings.signal ? AbortSignal.any([request.settings.signal, abort.signal]) : abort.signal;
  const running: Running = {
    resource,
    request: { ...request, settings: { ...request.settings, signal } },
    signal,
    idleTimeout,
    onEvent: (onEvent ?? (() => undefined)) as (event: StreamEvent) => void,
    output: new Progress(request.output, MAX_DEPTH),
    attempt: 0,
  };
  return new UntypedStream(steps(client, running), running.output, abort, () => abortError(client, abort.signal.reason));
}

interface Running {
  readonly resource: Resource;
  readonly request: Prepared;
  readonly signal: AbortSignal;
  readonly idleTimeout: number;
  readonly onEvent: (event: StreamEvent) => void;
  readonly output: Progress;
  attempt: number;
}

async function* steps(client: unknown, running: Running): AsyncGenerator<Untyped, Outcome, undefined> {
  try {
    await inspect(client, running.request);
    return (yield* converse(running.request, sending(running))).outcome;
  } catch (error) {
    throw asAborted(error, client, running.signal);
  }
}

function sending(running: Running): Send<Untyped> {
  const { resource, request, signal, idleTimeout, onEvent, output } = running;
  return async function* (body) {
    const attempt = running.attempt++;
    if (attempt > 0) output.startAgain();
    const accumulation = new Accumulation(MAX_DEPTH);
    const news = new News(request, accumulation, output, attempt);
    try {
      const { events, requestId } = await untilAborted(opened(resource, { ...body, stream: true }, optionsOf(request)), signal);
      for await (const given of untilStalled(events, idleTimeout, signal, (error) => asBrokenOff(error, resource))) {
        const event = eventOf(given);
        onEvent(event);
        accumulation.take(event);
        const update = news.update(event);
        if (update) yield update;
      }
      // The SDK ends an aborted stream as if it were whole.
      signal.throwIfAborted();
      return accumulation.received(requestId);
    } catch (error) {
      throw await explained(error, request);
    }
  };
}

async function opened(
  resource: Resource,
  body: object,
  options: object,
): Promise<{ readonly events: AsyncIterable<unknown>; readonly requestId: string | null | undefined }> {
  const pending = resource.create(body, options) as PromiseLike<unknown> & {
    withResponse?(): Promise<{ readonly data: unknown; readonly request_id?: string | null }>;
  };
  if (typeof pending?.withResponse !== 'function') return { events: eventsOf(await pending), requestId: undefined };
  const { data, request_id: requestId } = await pending.withResponse();
  return { events: eventsOf(data), requestId };
}
