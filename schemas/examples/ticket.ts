import { z } from 'zod';

export const Ticket = z.object({
  category: z.enum(['billing', 'bug', 'how-to', 'account', 'abuse', 'other']),
  priority: z.int().min(1).max(5).describe('1 is drop everything, 5 is whenever'),
  product: z.string().optional().describe('Only if the customer names one'),
  language: z.string().length(2).describe('ISO 639-1'),
  sentiment: z.enum(['angry', 'worried', 'neutral', 'happy']),
  orderNumber: z
    .string()
    .regex(/^\d{6,10}$/)
    .optional(),
  duplicateOf: z.string().nullable().optional().describe('null: certainly new; absent: not looked up'),
  tags: z.set(z.string()),
  summary: z.string().max(200),
});

export const answers = [
  '{"category":"billing","priority":2,"language":"en","sentiment":"worried","tags":["refund","double-charge"],"summary":"Charged twice for order 8812345; wants one charge back.","orderNumber":"8812345","duplicateOf":null}',
  '{"category":"How-To","priority":4,"language":"de","sentiment":"neutral","tags":[],"summary":"Fragt, wie man das Passwort ändert.","product":"Web App"}',
];
