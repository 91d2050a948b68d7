import * as z from 'zod';

export const Translations = z.object({
  words: z.record(z.string(), z.string()).describe('From English to Italian.'),
  pairs: z.array(z.tuple([z.string(), z.number()])).describe('A word, and how often it occurs.'),
});
