import * as z from 'zod';

const CODES = Array.from({ length: 240 }, (_, index) => `c${index}`);

export const Countries = z.object({
  // fault: enum-size only-checked
  code: z.enum(CODES).describe('Of the list.'),
  visits: z
    .array(
      z.object({
        // fault: only-checked
        year: z.int().min(1900).describe('Of our era.'),
        // fault: undescribed
        days: z.number(),
      }),
    )
    .describe('In the order of time.'),
});
