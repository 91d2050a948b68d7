import * as z from 'zod';
import { Address } from './address.js';

const money = (words: string) =>
  z.object({ amount: z.number().describe(words), currency: z.enum(['EUR', 'USD']).describe('ISO 4217.') });

export const Order = z.object({
  ship: Address.describe('Where it goes.'),
  total: money('Taxes included.').describe('What is due.'),
  explanation: z.string().describe('What the total is made of.'),
  note: z.string().describe('What the customer wrote.').optional(),
});
