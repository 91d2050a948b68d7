import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the Messages API would answer: text, or tool calls. */
export type Reply = { readonly text: string } | { readonly call: { readonly name: string; readonly input: unknown } };

/** A Messages API on loopback that answers what it is told, in order, and keeps the requests. */
export class MessagesServer {
  readonly requests: Record<string, unknown>[] = [];
  readonly #replies: Reply[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
        this.requests.push(body);
        const reply = this.#replies.shift();
        if (!reply) {
          response
            .writeHead(400, { 'content-type': 'application/json' })
            .end(JSON.stringify({ type: 'error', error: { type: 'invalid_request_error', message: 'no reply left' } }));
          return;
        }
        response.writeHead(200, { 'content-type': body.stream === true ? 'text/event-stream' : 'application/json' });
        response.end(body.stream === true ? events(reply) : JSON.stringify(message(reply)));
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  willAnswer(...replies: readonly Reply[]): void {
    this.#replies.push(...replies);
  }
}

const usage = { input_tokens: 1, output_tokens: 1 };

function message(reply: Reply): object {
  const content =
    'text' in reply
      ? [{ type: 'text', text: reply.text, citations: null }]
      : [{ type: 'tool_use', id: 'toolu_1', name: reply.call.name, input: reply.call.input }];
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'test',
    content,
    stop_reason: 'text' in reply ? 'end_turn' : 'tool_use',
    stop_sequence: null,
    usage,
  };
}

function events(reply: Reply): string {
  const { content, stop_reason, ...start } = message(reply) as { content: unknown; stop_reason: string };
  const parts = 'text' in reply ? (reply.text.match(/[\s\S]{1,7}/g) ?? []) : [JSON.stringify(reply.call.input)];
  const block =
    'text' in reply
      ? { type: 'text', text: '', citations: null }
      : { type: 'tool_use', id: 'toolu_1', name: reply.call.name, input: {} };
  const list = [
    { type: 'message_start', message: { ...start, content: [], stop_reason: null } },
    { type: 'content_block_start', index: 0, content_block: block },
    ...parts.map((part) => ({
      type: 'content_block_delta',
      index: 0,
      delta: 'text' in reply ? { type: 'text_delta', text: part } : { type: 'input_json_delta', partial_json: part },
    })),
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason, stop_sequence: null }, usage: { output_tokens: 1 } },
    { type: 'message_stop' },
  ];
  return list.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
}
