import { Type } from 'typebox';

export const Shape = Type.Object(
  {
    points: Type.Array(Type.Number(), { description: 'From left to right.' }),
    closed: Type.Boolean({ description: 'Whether the last meets the first.' }),
  },
  { additionalProperties: false },
);
