import * as z from 'zod/mini';

export const Mini = z.object({
  state: z.enum(['on', 'off']).check(z.describe('Of the switch.')),
  label: z.string().check(z.describe('Beside it.')),
});
