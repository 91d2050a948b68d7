import * as z from 'zod';

interface Step {
  title: string;
  then: Step[];
}

export const Plan: z.ZodType<Step> = z.lazy(() =>
  z.object({
    // fault: only-checked
    title: z.string().min(3).describe('In a few words.'),
    get then() {
      return z.array(Plan).describe('What follows.');
    },
    // fault: reasoning-field
    scratchpad: z.string().describe('For notes.'),
  }),
);
