import { Type } from '@sinclair/typebox';

// fault: open-object
export const Payment = Type.Object({
  // fault: large-number
  id: Type.Integer({ maximum: 2 ** 60, description: 'Of the bank.' }),
  // fault: personal-data
  to: Type.Union([Type.Literal('ann@example.com'), Type.Literal('office')], { description: 'Who gets it.' }),
});
