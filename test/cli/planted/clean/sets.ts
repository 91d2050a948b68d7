import * as z from 'zod';

export const Sets = z.object({
  words: z.set(z.string()).describe('Each once.'),
  counts: z.map(z.string(), z.number()).describe('How often each occurs.'),
});
