import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import { z } from 'zod';
import { compile } from '../src/index.js';
import { ratio, rows, title, us } from './report.js';
import { compare, contender } from './timing.js';

const invoice = () =>
  z.object({
    number: z
      .string()
      .regex(/^[A-Z]{2,4}-\d{4,8}$/)
      .describe('Invoice number'),
    issued: z.iso.date(),
    currency: z.enum(['EUR', 'USD', 'GBP', 'CHF']),
    seller: z.object({ name: z.string().min(1), vatId: z.string().nullable() }),
    lines: z
      .array(
        z.object({
          description: z.string(),
          quantity: z.number().positive(),
          unitPrice: z.number().nonnegative(),
          discount: z.number().min(0).max(1).optional(),
        }),
      )
      .min(1),
    paid: z.boolean(),
  });

const order = () =>
  z.object({
    id: z.uuid(),
    customer: z.object({ name: z.string(), email: z.email(), tags: z.array(z.string()) }),
    payment: z.discriminatedUnion('by', [
      z.object({ by: z.literal('card'), last4: z.string().length(4) }),
      z.object({ by: z.literal('transfer'), iban: z.string() }),
    ]),
    items: z.array(z.object({ sku: z.string(), count: z.int().min(1).max(20), note: z.string().optional() })),
    state: z.enum(['open', 'paid', 'shipped', 'returned']),
  });

/** A Zod schema compiled again, as a handler does that calls `compile(Schema)` for each request, and compiled anew. */
export function compileZod(): void {
  title('Zod schemas beside zodOutputFormat of the SDK (target: the same object again at least 50 times as fast)');
  const lines = Object.entries({ invoice, order }).flatMap(([name, make]) => {
    const schema = make();
    const [again, sdkAgain, anew, sdkAnew] = compare([
      contender('again', () => compile(schema).format),
      contender('SDK again', () => zodOutputFormat(schema)),
      contender('anew', (fresh: z.ZodType) => compile(fresh).format, make),
      contender('SDK anew', (fresh: z.ZodType) => zodOutputFormat(fresh), make),
    ]) as [number, number, number, number];
    return [
      [`${name}, the same object again`, us(again), us(sdkAgain), `${ratio(sdkAgain / again)} as fast`],
      [`${name}, a new object`, us(anew), us(sdkAnew), `${ratio(anew / sdkAnew)} the time`],
    ];
  });
  rows(['', 'bascule', 'SDK', 'ratio'], lines);
}
