import type { ServerResponse } from 'node:http';
import { eventText, type Frame } from '../answer/events.js';
import { ApiError } from '../api-error.js';
import type { Misbehaviour } from '../misbehaviour.js';

/** An answer on its way out: the body comes in frames, each made when it is needed. */
export interface Outgoing {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly frames: Iterable<Frame>;
}

/** Frames between two looks at what else there is to do. */
const BREATH = 64;

/** Sends an answer, with what goes wrong on the wire. Resolves once all is sent or nobody listens any more. */
export async function send(response: ServerResponse, { status, headers, frames }: Outgoing, faults: Misbehaviour): Promise<void> {
  if (faults.stall === 'headers') return gone(response);
  if (faults.drop === 'headers') return drop(response);
  response.writeHead(status, headers);
  response.flushHeaders();
  response.socket?.setNoDelay(true);
  const isStream = headers['content-type']?.startsWith('text/event-stream');
  const end = endOf(faults);
  let sent = 0;
  let count = 0;
  for (const frame of frames) {
    if (response.closed || response.destroyed) return;
    if (faults.delay) await pauseFor(response, faults.delay);
    const bytes = Buffer.from(frame.text);
    if (end) {
      const at = end.at === true ? (frame.progress >= 0.5 ? Math.ceil(bytes.length / 2) : Infinity) : end.at - sent;
      if (end.kind === 'error' && isStream) {
        // An event comes whole, so the error comes after the one in which the place lies.
        if (at <= bytes.length) {
          await write(response, bytes, faults);
          await write(response, Buffer.from(errorFrame(faults)), faults);
          break;
        }
      } else if (end.kind !== 'error' && at <= bytes.length) {
        if (at > 0) await write(response, bytes.subarray(0, at), faults);
        return end.kind === 'stall' ? gone(response) : drop(response);
      }
    }
    await write(response, bytes, faults);
    sent += bytes.length;
    if (++count % BREATH === 0) await new Promise(setImmediate);
  }
  response.end();
}

/** The error that `error` asks for, as it is without a stream. */
export function askedError({ errorType = 'overloaded_error' }: Misbehaviour): ApiError {
  const statuses: Readonly<Record<string, number>> = { overloaded_error: 529, invalid_request_error: 400, rate_limit_error: 429 };
  return new ApiError(statuses[errorType] ?? 500, errorMessage(errorType), { type: errorType });
}

function errorMessage(type: string): string {
  return type === 'overloaded_error' ? 'Overloaded' : 'This error was asked for.';
}

function errorFrame({ errorType: type = 'overloaded_error' }: Misbehaviour): string {
  const error = { type, message: errorMessage(type), details: null };
  return eventText({ type: 'error', error });
}

interface End {
  readonly kind: 'stall' | 'drop' | 'error';
  readonly at: true | number;
}

function endOf(faults: Misbehaviour): End | undefined {
  for (const kind of ['error', 'stall', 'drop'] as const) {
    const at = faults[kind];
    if (at === true || typeof at === 'number') return { kind, at };
  }
  return undefined;
}

/** Nothing more is sent; the socket stays open until the client has had enough. */
function gone(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    if (response.closed || response.destroyed) resolve();
    else response.once('close', resolve);
  });
}

async function drop(response: ServerResponse): Promise<void> {
  // What was written is given time to leave.
  if (response.headersSent) await new Promise((resolve) => setTimeout(resolve, 5));
  response.destroy();
}

function pauseFor(response: ServerResponse, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done(): void {
      clearTimeout(timer);
      response.off('close', done);
      resolve();
    }
    response.once('close', done);
  });
}

async function write(response: ServerResponse, bytes: Buffer, faults: Misbehaviour): Promise<void> {
  const isCut = Boolean(faults.write || faults.split);
  for (const part of isCut ? portions(bytes, faults) : [bytes]) {
    if (response.closed || response.destroyed) return;
    if (!response.write(part)) await drained(response);
    // What is written in one turn of the event loop is read as one.
    if (isCut) for (let turn = 0; turn < 2; turn++) await new Promise(setImmediate);
  }
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    function done(): void {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    }
    response.once('drain', done);
    response.once('close', done);
  });
}

/** Bytes as they are written to the socket, each portion a chunk of its own. */
function* portions(bytes: Buffer, { write, split }: Misbehaviour): Generator<Buffer, void, undefined> {
  let start = 0;
  for (let at = 1; at < bytes.length; at++) {
    // A byte that continues a character: whoever reads up to here has half of it.
    const isInside = ((bytes[at] as number) & 0xc0) === 0x80;
    if ((split && isInside) || (write && at - start >= write)) {
      yield bytes.subarray(start, at);
      start = at;
    }
  }
  if (start < bytes.length) yield bytes.subarray(start);
}
