import * as z from 'zod';

export const Checked = z.object({
  sum: z
    .number()
    .refine((sum) => sum % 2 === 0)
    .describe('An even number.'),
  code: z
    .string()
    .regex(/^[A-Z]{2}[0-9]{2}$/)
    .describe('Two letters, two digits.'),
});
