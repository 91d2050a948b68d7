import * as z from 'zod';

export const Dates = z.object({
  from: z.date().describe('The first day.'),
  until: z.iso.date().describe('The last day.'),
});
