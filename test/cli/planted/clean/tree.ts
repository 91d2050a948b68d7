import * as z from 'zod';

export const Tree = z.object({
  label: z.string().describe('What stands on it.'),
  get children() {
    return z.array(Tree).describe('What hangs on it.');
  },
});
