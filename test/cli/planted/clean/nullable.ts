import * as z from 'zod';

export const Person = z.object({
  name: z.string().describe('In full.'),
  title: z.string().nullable().describe('Such as Dr., null where there is none.'),
  partner: z
    .object({ name: z.string().describe('In full.') })
    .nullable()
    .describe('Null where there is none.'),
});
