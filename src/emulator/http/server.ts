import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ApiError, refused } from '../api-error.js';
import { failed } from '../messages.js';
import type { Misbehaviour } from '../misbehaviour.js';
import { misbehaviourFrom } from '../misbehaviour-forms.js';
import type { RecordedRequest } from '../options.js';
import type { State } from '../state.js';
import { bodyOf, parsedBody } from './body.js';
import { jsonText, type Reaction } from './exchange.js';
import { LARGEST, type Route, routesAt } from './routes.js';
import { send } from './send.js';

const HEADER = 'x-bascule-misbehave';
/** Longer than clients keep idle sockets, so that none is closed just as a client takes it up again. */
const KEEP_ALIVE = 60_000;

/** The HTTP side of an emulator. Whatever a request holds, it gets an answer. */
export function serverFor(state: State): Server {
  const server = createServer((request, response) => {
    void exchange(state, request, response);
  });
  server.keepAliveTimeout = KEEP_ALIVE;
  server.on('clientError', (_, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
  });
  return server;
}

async function exchange(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const requestId = state.id('req');
  // Whoever went away needs no answer.
  response.on('error', () => undefined);
  request.on('error', () => undefined);
  let reaction: Reaction;
  try {
    reaction = await react(state, request, requestId);
  } catch (error) {
    reaction = reactionTo(error, requestId);
  }
  const headers = { 'request-id': requestId, ...reaction.headers };
  try {
    await send(response, { ...reaction, headers }, reaction.faults);
  } catch (error) {
    if (!response.headersSent) await send(response, reactionTo(error, requestId), {});
    else response.destroy();
  }
}

async function react(state: State, incoming: IncomingMessage, requestId: string): Promise<Reaction> {
  const url = urlOf(incoming.url ?? '/');
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const found = routesAt(url.pathname);
  const matched = found.find(({ route }) => route.method === incoming.method);
  const text = await bodyOf(incoming, matched?.route.most ?? LARGEST);
  const recorded = (body: unknown): RecordedRequest => {
    const request = { method: incoming.method ?? '', path: url.pathname, query: url.search, headers, body, requestId };
    state.record(request);
    return request;
  };
  let request: RecordedRequest;
  try {
    request = recorded(matched && bodyFor(matched.route, text, headers));
  } catch (error) {
    recorded(undefined);
    throw error;
  }
  checkKey(headers);
  if (!matched)
    throw found.length > 0
      ? new ApiError(405, `Method Not Allowed: ${incoming.method} ${url.pathname}`)
      : new ApiError(404, `Not found: ${incoming.method} ${url.pathname}`);
  const asked = askedFor(headers[HEADER]);
  const { route, parameters } = matched;
  const applies =
    route.countsItself ||
    state.script.applies(asked, () => `${route.method} ${url.pathname} ${JSON.stringify([asked, request.body])}`);
  const faults = applies ? asked : {};
  if (!route.countsItself) failed(faults);
  return route.handle({ state, request, asked: faults, query: url.searchParams, parameters });
}

/** What was asked for may be any text: a path that begins with two slashes names no host. */
function urlOf(asked: string): URL {
  const base = 'http://emulator';
  const text = asked.startsWith('/') ? base + asked : asked;
  return URL.canParse(text, base) ? new URL(text, base) : new URL(base);
}

function bodyFor(route: Route, text: string, headers: Readonly<Record<string, string>>): unknown {
  if (route.method !== 'POST' || (text === '' && route.path.endsWith('/cancel'))) return undefined;
  return parsedBody(text, headers['content-type']);
}

/** Any key will do. */
function checkKey(headers: Readonly<Record<string, string>>): void {
  const key = headers['x-api-key']?.trim() || headers['authorization']?.replace(/^Bearer\b/i, '').trim();
  if (!key) throw new ApiError(401, 'x-api-key header is required');
}

function askedFor(header: string | undefined): Misbehaviour {
  if (header === undefined) return {};
  try {
    return misbehaviourFrom(header);
  } catch (error) {
    throw refused(`${HEADER}: ${error instanceof Error ? error.message : ''}`);
  }
}

function reactionTo(error: unknown, requestId: string): Reaction {
  const known =
    error instanceof ApiError
      ? error
      : new ApiError(500, `This is a fault of the emulator or of what it was told to reply, not of the request: ${told(error)}`);
  const { headers, ...rest } = jsonText(JSON.stringify(known.body(requestId)), {}, known.status);
  return { ...rest, headers: { ...headers, 'request-id': requestId, ...known.headers } };
}

function told(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
