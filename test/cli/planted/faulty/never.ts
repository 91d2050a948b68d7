import * as z from 'zod';

// fault: refused
export const Never = z.object({ a: z.never() });
export const Fallback = z.object({
  // fault: narrowed
  state: z.enum(['open', 'closed']).catch('open').describe('Of the ticket.'),
  // fault: warned
  pinned: z
    .string()
    .describe('Always there.')
    .meta({ bascule: { encode: 'nope' } })
    .optional(),
});
