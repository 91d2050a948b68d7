import * as z from 'zod';

export const Tokens = z.object({
  // fault: personal-data
  key: z.string().describe('Such as sk-ant-abcdefghijklmnopqrstuv'),
  // fault: large-number
  limit: z.literal(2 ** 60).describe('The highest.'),
  // fault: opaque-text undescribed
  raw: z.json(),
});
