import * as z from 'zod';

/** Shared by others: what is wrong here is told here. */
export const Address = z.object({
  street: z.string().describe('With the number.'),
  // fault: enum-capitals
  country: z.enum(['de', 'DE', 'fr']).describe('Where it is.'),
  // fault: risky-pattern only-checked
  code: z
    .string()
    .regex(/^([0-9]+)*$/)
    .describe('As the post office writes it.'),
});
