import { Type } from 'typebox';

export const Shape = Type.Object(
  {
    // fault: only-checked
    points: Type.Array(Type.Number(), { maxItems: 9, description: 'From left to right.' }),
    box: Type.Object(
      {
        // fault: undescribed
        width: Type.Number(),
        // fault: risky-pattern only-checked
        unit: Type.String({ pattern: '^(a|a)*$', description: 'Such as mm.' }),
      },
      { additionalProperties: false, description: 'Around it.' },
    ),
  },
  { additionalProperties: false },
);
