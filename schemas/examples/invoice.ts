import { z } from 'zod';

const Line = z.object({
  description: z.string().describe('As printed on the invoice'),
  quantity: z.number().positive(),
  unitPrice: z.number().nonnegative(),
  /** Name and rate of a tax, such as ['VAT', 0.2]. */
  tax: z.tuple([z.string(), z.number().min(0).max(1)]).optional(),
});

export const Invoice = z.object({
  number: z
    .string()
    .regex(/^[A-Z]{2,4}-\d{4,8}$/)
    .describe('Invoice number, such as INV-20260117'),
  issued: z.iso.date(),
  currency: z.enum(['EUR', 'USD', 'GBP', 'CHF']),
  seller: z.object({ name: z.string().min(1), vatId: z.string().nullable() }),
  lines: z.array(Line).min(1),
  totals: z.record(z.string(), z.number()).describe('Amounts by label: subtotal, one for each tax, total'),
  paid: z.boolean().default(false),
});

export const answers = [
  '{"number":"INV-20260117","issued":"2026-01-17","currency":"EUR","seller":{"name":"Nordwind Papier GmbH","vatId":"DE811907980"},"lines":[{"description":"Recycled paper A4, 500 sheets","quantity":12,"unitPrice":4.2,"tax":{"item0":"VAT","item1":0.19}},{"description":"Delivery","quantity":1,"unitPrice":6.9}],"totals":[{"key":"subtotal","value":57.3},{"key":"VAT","value":9.58},{"key":"total","value":66.88}],"paid":false}',
  '{"number":"RE-00451","issued":"2026-03-02","currency":"Chf","seller":{"name":"Atelier Blanc","vatId":null},"lines":[{"description":"Bookbinding, half linen","quantity":3,"unitPrice":85}],"totals":[{"key":"total","value":255}],"paid":true}',
];

/** Rightly refused: its form is right, but a quantity is zero, and a tax rate is in percent. The grammar can rule out neither. */
export const refused =
  '{"number":"INV-20260118","issued":"2026-01-18","currency":"EUR","seller":{"name":"Nordwind Papier GmbH","vatId":null},"lines":[{"description":"Envelopes C5","quantity":0,"unitPrice":2.5},{"description":"Stamps","quantity":20,"unitPrice":0.95,"tax":{"item0":"VAT","item1":19}}],"totals":[{"key":"total","value":19}],"paid":false}';
