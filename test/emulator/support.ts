import Anthropic from '@anthropic-ai/sdk';
import { afterAll } from 'vitest';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js';

const started: Emulator[] = [];
afterAll(() => Promise.all(started.splice(0).map((emulator) => emulator.close())));

export interface Started {
  readonly emulator: Emulator;
  readonly client: Anthropic;
}

/** An emulator that ends with the tests of the file, and the real SDK as its client. */
export async function start(options: EmulatorOptions = {}, retries = 0): Promise<Started> {
  const emulator = await createEmulator(options);
  started.push(emulator);
  return { emulator, client: new Anthropic({ baseURL: emulator.url, apiKey: 'offline', maxRetries: retries }) };
}

export const SCHEMA = {
  type: 'object',
  properties: {
    kind: { type: 'string', enum: ['Bug report', 'Question'] },
    title: { type: 'string' },
    stars: { type: 'integer' },
    labels: { type: 'array', items: { type: 'string' } },
  },
  required: ['kind', 'title', 'stars', 'labels'],
  additionalProperties: false,
} as const;

export const FORMAT = { type: 'json_schema', schema: SCHEMA } as const;

export const VALUE = { kind: 'Bug report', title: 'Café in 東京 🌉', stars: 4, labels: ['a', 'b'] };

export type Params = Anthropic.MessageCreateParamsNonStreaming;

/** A request that nothing is wrong with. */
export function params(more: Partial<Params> = {}): Params {
  return {
    model: 'claude-sonnet-5-5',
    max_tokens: 1024,
    messages: [{ role: 'user', content: 'What is it?' }],
    output_config: { format: FORMAT },
    ...more,
  };
}

export const misbehave = (header: string) => ({ headers: { 'x-bascule-misbehave': header } });

/** All text of a message. */
export function textOf({ content }: { readonly content: readonly { readonly type: string }[] }): string {
  return content.map((block) => ('text' in block ? String(block.text) : '')).join('');
}

/** Posts anything anywhere, without the SDK. */
export function post(emulator: Emulator, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${emulator.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': 'offline', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
