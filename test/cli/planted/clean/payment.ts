import { Type } from '@sinclair/typebox';

export const Payment = Type.Object(
  {
    id: Type.String({ description: 'Of the bank.' }),
    cents: Type.Integer({ description: 'What is paid.' }),
    to: Type.Union([Type.Literal('office'), Type.Literal('bank')], { description: 'Who gets it.' }),
    note: Type.Optional(Type.String({ description: 'For the statement.' })),
  },
  { additionalProperties: false },
);
