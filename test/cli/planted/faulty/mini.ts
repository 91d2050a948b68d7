import * as z from 'zod/mini';

export const Mini = z.object({
  // fault: undescribed enum-capitals
  state: z.enum(['on', 'On']),
  // fault: undescribed
  inner: z.nullable(
    z.object({
      // fault: undescribed only-checked
      text: z.string().check(z.minLength(2)),
    }),
  ),
});
