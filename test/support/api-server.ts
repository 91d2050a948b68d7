import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Anthropic, { type ClientOptions } from '@anthropic-ai/sdk';
import { afterAll } from 'vitest';

/** A request as it came in. */
export interface Came {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}

/** What is answered: bytes with a status, nothing, a connection that breaks, or events that end, break or hang. */
export type Answer =
  | { readonly status: number; readonly body: string; readonly headers?: Record<string, string> }
  | { readonly events: readonly object[]; readonly then?: 'end' | 'break' | 'hang' }
  | 'break'
  | 'silence';

/** A loopback server that answers each request as it is told, and counts them. */
export class ApiServer {
  readonly requests: Came[] = [];
  /** What the next requests are answered with; the last one stays. */
  answers: (Answer | ((came: Came) => Answer))[] = [];
  /** Connections that the other side has closed while they were answered. */
  closed = 0;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      response.on('close', () => {
        if (!response.writableFinished) this.closed++;
      });
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
        const came = { path: request.url ?? '', headers: request.headers, body };
        this.requests.push(came);
        const answer = (this.answers.length > 1 ? this.answers.shift() : this.answers[0]) ?? 'break';
        give(response, typeof answer === 'function' ? answer(came) : answer);
      });
    });
  }

  /** Forgets the requests, and answers from now on with these. */
  willAnswer(...answers: (Answer | ((came: Came) => Answer))[]): void {
    this.requests.length = 0;
    this.closed = 0;
    this.answers = answers;
  }

  /** Waits until something is so. */
  async until(holds: (api: this) => boolean): Promise<void> {
    while (!holds(this)) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

/** The server and the SDK, until the tests of the file are over. */
export async function startApi(options: ClientOptions = {}): Promise<{ readonly api: ApiServer; readonly client: Anthropic }> {
  const api = new ApiServer();
  const baseURL = await api.start();
  afterAll(() => api.stop());
  return { api, client: new Anthropic({ baseURL, apiKey: 'offline', maxRetries: 0, ...options }) };
}

const ID = { 'request-id': 'req_7', 'content-type': 'application/json' };

export function failure(message: string, status = 400, type = 'invalid_request_error'): Answer {
  return { status, headers: ID, body: JSON.stringify({ type: 'error', error: { type, message }, request_id: 'req_7' }) };
}

const usage = { input_tokens: 1, output_tokens: 1 };
const start = { id: 'msg_1', type: 'message', role: 'assistant', model: 'test', stop_sequence: null, usage };

export function message(content: readonly object[], stop_reason = 'end_turn'): Answer {
  return { status: 200, headers: ID, body: JSON.stringify({ ...start, content, stop_reason }) };
}

/** The events of an answer's beginning: a message that holds a text so far. */
export function begun(text: string): readonly object[] {
  return [
    { type: 'message_start', message: { ...start, content: [], stop_reason: null } },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '', citations: null } },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } },
  ];
}

export const ENDED: readonly object[] = [
  { type: 'content_block_stop', index: 0 },
  { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 1 } },
  { type: 'message_stop' },
];

/** What works, whatever was asked for. */
export function obliging(text: string): (came: Came) => Answer {
  return ({ path, body }) => {
    if (path.includes('/count_tokens')) return { status: 200, headers: ID, body: '{"input_tokens":1}' };
    if (path.includes('/batches')) return { status: 200, headers: ID, body: '{"id":"batch_1"}' };
    if (body['stream'] === true) return { events: [...begun(text), ...ENDED] };
    return message([{ type: 'text', text, citations: null }]);
  };
}

function give(response: ServerResponse, answer: Answer): void {
  if (answer === 'silence') return;
  if (answer === 'break') response.destroy();
  else if ('events' in answer) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'request-id': 'req_7' });
    response.write(
      answer.events.map((event) => `event: ${(event as { type: string }).type}\ndata: ${JSON.stringify(event)}\n\n`).join(''),
      () => {
        if (answer.then === 'break') response.destroy();
        else if (answer.then !== 'hang') response.end();
      },
    );
  } else response.writeHead(answer.status, answer.headers ?? {}).end(answer.body);
}
