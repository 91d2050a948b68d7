import * as z from 'zod';

export const Address = z.object({
  street: z.string().describe('With the number.'),
  city: z.string().describe('As the post office writes it.'),
  country: z.enum(['DE', 'FR', 'IT']).describe('ISO 3166.'),
  door: z.string().describe('Where there are several.').optional(),
});
