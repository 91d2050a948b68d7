import * as z from 'zod';

export const Rating = z.object({
  stars: z.int().min(1).max(5).describe('Five is best.'),
  day: z.iso.date().describe('When it was given.'),
  by: z.uuid().describe('Whose it is.'),
});
