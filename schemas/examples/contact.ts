import { Type } from 'typebox';

export const Contact = Type.Object(
  {
    name: Type.String({ minLength: 1 }),
    emails: Type.Array(Type.String({ format: 'email' }), { uniqueItems: true }),
    phones: Type.Record(Type.String(), Type.String({ pattern: '^\\+?[0-9 ]{5,20}$' }), {
      description: 'By kind: mobile, office, …',
    }),
    address: Type.Optional(
      Type.Object(
        {
          street: Type.String(),
          city: Type.String(),
          postcode: Type.String(),
          country: Type.String({ minLength: 2, maxLength: 2 }),
        },
        { additionalProperties: false },
      ),
    ),
    birthday: Type.Optional(Type.Union([Type.String({ format: 'date' }), Type.Null()])),
    metadata: Type.Object({}, { additionalProperties: true, description: 'Whatever else the source says, as it says it' }),
  },
  { additionalProperties: false },
);

export const answers = [
  '{"name":"Mara Lindqvist","emails":["mara@lindqvist.example"],"phones":[{"key":"mobile","value":"+46 70 123 45 67"}],"metadata":"{\\"crm\\":{\\"id\\":4411,\\"tags\\":[\\"press\\"]}}","address":{"street":"Kungsgatan 4","city":"Stockholm","postcode":"111 43","country":"SE"},"birthday":"1984-06-02"}',
  '{"name":"O. Brandt","emails":[],"phones":[],"metadata":"{}"}',
];
