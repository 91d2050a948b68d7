import * as z from 'zod';

const nullable = (words: string) => z.string().describe(words).nullable();

// fault: union-budget
export const Pairs = z.object({
  a: nullable('First.'),
  b: nullable('Second.'),
  c: nullable('Third.'),
  d: nullable('Fourth.'),
  e: nullable('Fifth.'),
  f: nullable('Sixth.'),
  g: nullable('Seventh.'),
  h: nullable('Eighth.'),
  i: nullable('Ninth.'),
  j: nullable('Tenth.'),
  k: nullable('Eleventh.'),
  l: nullable('Twelfth.'),
  // fault: risky-pattern only-checked
  tag: z
    .string()
    .regex(/(x+x+)+y/)
    .describe('As it is printed.'),
  // fault: silent-check undescribed
  sum: z.number().refine((sum) => sum % 2 === 0),
});
