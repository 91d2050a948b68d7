import * as z from 'zod';

// fault: optional-budget
export const Profile = z.object({
  name: z.string().describe('In full.'),
  a: z.string().describe('First line.').optional(),
  b: z.string().describe('Second line.').optional(),
  c: z.string().describe('Third line.').optional(),
  d: z.string().describe('Fourth line.').optional(),
  e: z.string().describe('Fifth line.').optional(),
  f: z.string().describe('Sixth line.').optional(),
  // fault: undescribed
  g: z.string().optional(),
  h: z.string().describe('Eighth line.').optional(),
  i: z.string().describe('Ninth line.').optional(),
  j: z.string().describe('Tenth line.').optional(),
  // fault: silent-check undescribed
  k: z
    .string()
    .refine((text) => text !== 'x')
    .optional(),
});
