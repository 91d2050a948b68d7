import * as z from 'zod';

export const Suppressed = z.object({
  // bascule-ignore reasoning-field: the screenplay has a column of this name
  thoughts: z.string().describe('What the figure thinks, as the script says.'),
});
