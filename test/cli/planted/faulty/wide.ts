import * as z from 'zod';

const fields = Object.fromEntries(Array.from({ length: 71 }, (_, index) => [`p${index}`, z.string().describe('A cell.')]));

// fault: grammar-size
export const Wide = z.object(fields);
export const Report = z.object({
  // fault: long-description
  text: z.string().describe('As long as it takes, and then some more. '.repeat(30)),
  // fault: opaque-text
  extra: z.unknown().describe('Anything else.'),
});
