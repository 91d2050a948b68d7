import Anthropic from '@anthropic-ai/sdk';
import { afterAll } from 'vitest';
import { z } from 'zod';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js';
import { compile } from '../../src/index.js';

/** An answer with every kind of thing in it: records, tuples, a tree, dates, enums in words, an optional. */
export const Invoice = z.object({
  number: z.string(),
  state: z.enum(['Paid In Full', 'open']),
  issued: z.date(),
  lines: z.array(z.object({ text: z.string(), tax: z.tuple([z.string(), z.number()]), count: z.number().int().max(99) })),
  totals: z.record(z.string(), z.number()),
  note: z.string().optional(),
});
export const invoice = compile(Invoice);

export const VALUE: z.output<typeof Invoice> = {
  number: 'INV-1 “é 😂”',
  state: 'Paid In Full',
  issued: new Date('2026-01-02T03:04:05.000Z'),
  lines: [
    { text: 'Tea\n"green"', tax: ['VAT', 0.2], count: 2 },
    { text: '', tax: ['none', 0], count: 12 },
  ],
  totals: { net: 10.5, gross: -12 },
  note: 'thanks',
};
export const WIRE = invoice.encode(VALUE);
export const TEXT = JSON.stringify(WIRE);

export const request = {
  model: 'claude-sonnet-5-5',
  max_tokens: 4096,
  messages: [{ role: 'user' as const, content: 'Read this invoice.' }],
};

export interface Started {
  readonly emulator: Emulator;
  readonly client: Anthropic;
}

/** An emulator and the SDK, until the tests of the file are over. */
export async function start(options: EmulatorOptions = {}, more: { readonly maxRetries?: number } = {}): Promise<Started> {
  const emulator = await createEmulator(options);
  afterAll(() => emulator.close());
  return { emulator, client: new Anthropic({ baseURL: emulator.url, apiKey: 'offline', maxRetries: 0, ...more }) };
}

export const misbehaving = (header: string) => ({ headers: { 'x-bascule-misbehave': header } });
