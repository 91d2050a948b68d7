import * as z from 'zod';
import { Address } from './address.js';

export const Library = z.object({
  books: z
    .array(
      z.object({
        // fault: only-checked
        isbn: z.string().length(13).describe('Without dashes.'),
        // fault: silent-check undescribed
        title: z.string().refine((title) => title === title.trim()),
        // fault: undescribed
        home: Address,
      }),
    )
    .describe('By shelf.'),
});
