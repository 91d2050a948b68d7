import * as z from 'zod';

const base = {
  // fault: narrowed
  page: z.coerce.number().describe('From 1 on.'),
};

export const Search = z.object({
  ...base,
  // fault: strict-format
  site: z.url().describe('Where to look.'),
  filter: z
    .object({
      // fault: opaque-text
      value: z.any().describe('What to compare with.'),
    })
    .describe('What must hold.'),
});
