import * as z from 'zod';

export const Event = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('click').describe('A click.'), x: z.number().describe('Pixels from the left.') }),
  z.object({ kind: z.literal('key').describe('A key.'), key: z.string().describe('Its name.') }),
]);
