import * as z from 'zod';
import { Address } from './address.js';

const money = (words: string) =>
  z.object({
    // fault: only-checked
    amount: z.number().max(1_000_000).describe(words),
    currency: z.enum(['EUR', 'USD']).describe('ISO 4217.'),
  });

// fault: optional-first
export const Order = z.object({
  note: z.string().describe('What the customer wrote.').optional(),
  ship: Address.describe('Where it goes.'),
  total: money('Taxes included.').describe('What is due.'),
  // fault: reasoning-field
  thinking: z.string().describe('How the total came about.'),
});
