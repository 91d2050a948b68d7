import * as z from 'zod';

const Base = z.object({
  // fault: strict-format
  source: z.url().describe('Where it came from.'),
});

export const Event = z.discriminatedUnion('kind', [
  Base.extend({
    kind: z.literal('click').describe('A click.'),
    // fault: undescribed
    x: z.number(),
  }),
  Base.extend({
    kind: z.literal('key').describe('A key.'),
    // fault: enum-capitals
    key: z.enum(['a', 'A', 'b']).describe('Which one.'),
  }),
]);
