import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import Anthropic from '@anthropic-ai/sdk';
import { z } from 'zod';
import { createEmulator } from '../../../src/emulator/index.js';
import { defineTool, parse, runTools, stream } from '../../../src/index.js';
import * as invoice from '../invoice.js';
import * as ticket from '../ticket.js';
import { memoryIn } from './memory.js';
import { colors, heading, page, print, said } from './page.js';

const request = {
  model: 'claude-sonnet-5-5',
  max_tokens: 2048,
  messages: [{ role: 'user' as const, content: 'Read this: …' }],
};

/** The whole way: the SDK over HTTP, against an emulator of the Messages API on this machine. Tells how many parts went wrong. */
export async function offline(): Promise<number> {
  const emulator = await createEmulator();
  const client = new Anthropic({ baseURL: emulator.url, apiKey: 'offline', maxRetries: 0 });
  const wrong: string[] = [];
  const expecting = (what: string, right: boolean): void => {
    if (!right) wrong.push(what);
  };
  try {
    heading(`The whole way, offline  The SDK against an emulator at ${emulator.url}`);
    for (const part of [parsed, streamed, tools, memory, refusedBy, truncated]) await part(client, emulator, expecting);
  } finally {
    await emulator.close();
  }
  for (const what of wrong) said('WRONG', what);
  return wrong.length;
}

type Part = (
  client: Anthropic,
  emulator: Awaited<ReturnType<typeof createEmulator>>,
  expecting: (what: string, right: boolean) => void,
) => Promise<void>;

const shown = (value: unknown): string =>
  inspect(value, { depth: 12, compact: 4, breakLength: page.width - 14, colors, maxStringLength: 60 });

const parsed: Part = async (client, emulator, expecting) => {
  emulator.script({ text: ticket.answers[1] as string });
  const answer = await parse(client, { ...request, output: ticket.Ticket });
  print();
  said('parse', `${answer.status}, ${answer.usage.output_tokens} tokens, ${answer.requestId}`);
  expecting('parse', answer.status === 'ok');
  if (answer.status !== 'ok') return;
  said('value', shown(answer.value));
  for (const { path, from, to } of answer.repairs) said('repaired', `${path.join('.')}: ${String(from)} became ${String(to)}`);
};

const streamed: Part = async (client, emulator, expecting) => {
  emulator.script({ text: invoice.answers[0] as string, misbehave: { chunk: 24, delay: 4 } });
  print();
  said('stream', 'partials as they grow, every sixth of them, and each line of the invoice once it is whole');
  const answer = stream(client, { ...request, output: invoice.Invoice });
  let count = 0;
  let lines = 0;
  for await (const { value, complete } of answer) {
    if (complete.has(`/lines/${lines}`)) said('line', shown(value?.lines?.[lines++]));
    if (count++ % 6 === 0) said('partial', shown(value));
  }
  const outcome = await answer.answer();
  said('answer', outcome.status);
  expecting('stream', outcome.status === 'ok' && lines === 2);
};

const tools: Part = async (client, emulator, expecting) => {
  const lookup = defineTool({
    name: 'look_up_order',
    description: 'Finds an order',
    input: z.object({ number: z.string().regex(/^\d{7}$/), since: z.date().optional() }),
    run: ({ number }) => `Order ${number} was shipped.`,
  });
  emulator.script(
    { tools: [{ name: 'look_up_order', input: { number: '88123' } }] },
    { tools: [{ name: 'look_up_order', input: { number: '8812345' } }] },
    { text: ticket.answers[0] as string },
  );
  print();
  const answer = await runTools(client, { ...request, output: ticket.Ticket, tools: [lookup] });
  for (const { name, content, isError } of answer.ran) said(isError ? 'told' : 'ran', `${name}: ${String(content)}`);
  said('answer', `${answer.status} after ${answer.attempts.length} requests`);
  expecting('the tool loop', answer.status === 'ok' && answer.ran.length === 2);
};

const memory: Part = async (client, emulator, expecting) => {
  const folder = mkdtempSync(join(tmpdir(), 'bascule-memory-'));
  const commands = [
    { command: 'create', path: '/memories/tea.md', file_text: 'The customer likes tea.' },
    { command: 'view', path: '/memories/tea.md' },
    { command: 'create', path: '/memories/../../tea.md', file_text: 'Out of the folder.' },
    { command: 'create', path: '/memories/card.md', file_text: 'Pays with 4242 4242 4242 4242.' },
  ];
  const failed: boolean[] = [];
  print();
  try {
    for (const input of commands) {
      emulator.script({ tools: [{ name: 'memory', input }] }, { text: 'Done.' });
      // A tool of its own for each, as after a restart: what was stored is still there.
      const answer = await runTools(client.beta, { ...request, tools: [await memoryIn(folder)] });
      const [ran] = answer.ran;
      failed.push(ran?.isError ?? true);
      said(
        'memory',
        `${input.command} ${input.path}: ${ran?.isError ? 'refused, ' : ''}${String(ran?.content).split('\n').at(-1)}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  expecting('memory', failed.join() === 'false,false,true,true');
};

const refusedBy: Part = async (client, _emulator, expecting) => {
  print();
  const headers = { 'x-bascule-misbehave': 'refuse=cyber; explanation=This is not for me to say.' };
  const answer = await parse(client, { ...request, output: ticket.Ticket, headers });
  expecting('the refusal', answer.status === 'refused');
  if (answer.status === 'refused') said('refused', `${answer.category}: ${answer.explanation}`);
};

const truncated: Part = async (client, emulator, expecting) => {
  emulator.script({ text: invoice.answers[0] as string, misbehave: { truncate: 260 } });
  const answer = await parse(client, { ...request, output: invoice.Invoice });
  expecting('the truncation', answer.status === 'truncated');
  if (answer.status !== 'truncated') return;
  said('cut', `by ${answer.reason}; what is certain of it, never called its value:`);
  said('partial', shown(answer.partial));
  said('complete', answer.complete.join('  '));
};
