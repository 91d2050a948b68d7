import * as z from 'zod';

export const Large = z.object({
  id: z.bigint().describe('Of the ledger.'),
  bytes: z.bigint().describe('Its size.'),
});
