import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { claude, compile } from '../../src/index.js';
import { lint, subjectOf } from '../../src/lint/engine.js';
import { contradiction } from '../../src/lint/rules/contradiction.js';

function said(schema: unknown): string[] {
  const compiled = compile<unknown>(schema);
  return lint(subjectOf(compiled, compiled.diagnostics, claude), {}, [contradiction]).map(({ message }) => message);
}

/** A property `a` with the description. */
const property = (description: string, schema: object, required = true) => ({
  type: 'object',
  properties: { a: { ...schema, description } },
  required: required ? ['a'] : [],
  additionalProperties: false,
});
const text = { type: 'string' };
const whole = { type: 'integer' };
const list = { type: 'array', items: text };

type Row = [description: string, schema: object, required?: boolean];

describe('finds', () => {
  test.each<Row>([
    ['Optional.', text],
    ['(optional) The note.', text],
    ['The note (optional, defaults to nothing).', text],
    ['A scaling factor. Optional parameter.', whole],
    ['The note. This field may be omitted.', text],
    ['The note. This property is optional.', text],
    ['Required. The name.', text, false],
    ['The name. (Required)', text, false],
    ['The name. This field is required.', text, false],
    ['The name. This field must be provided.', text, false],
    ['At most 10 items.', { ...list, maxItems: 5 }],
    ['Names, up to 10 entries.', { ...list, maxItems: 5 }],
    ['Names, at least 1 item.', { ...list, minItems: 2 }],
    ['Between 1 and 5.', { ...whole, minimum: 1, maximum: 4 }],
    ['A mark in the range 0 to 10.', { ...whole, minimum: 1, maximum: 10 }],
    ['At least 5.', { ...whole, maximum: 3 }],
    ['A title of up to 100 characters.', { ...text, maxLength: 50 }],
    ["One of 'a', 'b' or 'c'.", { enum: ['a', 'b'] }],
    ['One of: red, green, blue', { type: 'string', enum: ['red', 'green'] }],
    ['Allowed values are `low`, `high`.', { type: 'string', enum: ['low', 'medium'] }],
    ['Integer.', text],
    ['An integer between 1 and 5.', text],
    ['Boolean.', whole],
    ['Array of names.', text],
    ['List of marks.', whole],
    ['The day (YYYY-MM-DD).', { ...text, format: 'date-time' }],
    ['The day as DD.MM.YYYY.', { ...text, format: 'date' }],
    ['Start date, YYYY-MM-DD', { ...text, format: 'date-time' }],
    ['The day, format: YYYY-MM-DD', { ...text, pattern: '^\\d{2}/\\d{2}/\\d{4}$' }],
    ['YYYY-MM-DDTHH:mm:ssZ', { ...text, format: 'date' }],
    ['ISO 8601 date.', { type: 'number' }],
    ['Unix timestamp.', { ...text, format: 'date-time' }],
  ])('%s %j', (description, schema, required) => {
    const found = said(property(description, schema, required));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^The description says .+: the model is told one thing and held to another\.$/);
  });
});

describe('leaves alone', () => {
  test.each<Row>([
    ['Optional.', text, false],
    ['Optional.', { type: ['string', 'null'] }],
    ['Optional.', { anyOf: [text, { type: 'null' }] }],
    ['Optional, defaults to 1.', { ...whole, default: 1 }],
    ['An object with a name and (optional) age in it', text],
    ['Lower levels are optional.', text],
    ['The version, of which the minor part is optional', text],
    ['Required if `b` is given.', text, false],
    ['Required for the method "add".', text, false],
    ['(required for single jobs)', text, false],
    ['The energy required for the reaction.', text, false],
    ['The required type.', text, false],
    ['Not required.', text, false],
    ['One of `a`, `b` must be provided.', text, false],
    ['Required.', text],
    ['At most 5 items.', { ...list, maxItems: 5 }],
    ['At most 5 items.', { ...list, maxItems: 10 }],
    ['At most 10 items.', list],
    ['Each of up to 10 characters.', { ...list, maxItems: 5 }],
    ['Up to 10 pages.', { ...list, maxItems: 5 }],
    ['Usually between 1 and 10.', { ...whole, maximum: 5 }],
    ['Between 1 and 10 if it is new.', { ...whole, maximum: 5 }],
    ['Between 1 and 5. Between 1 and 10 in winter.', { ...whole, minimum: 1, maximum: 5 }],
    ['Between 0 and 1.', { type: 'number', exclusiveMinimum: 0, maximum: 1 }],
    ['Between 0 and 100%', { type: 'number', maximum: 1 }],
    ['Up to 1,000.', { ...whole, maximum: 1000 }],
    ["One of 'a' or 'b'.", { enum: ['a', 'b', 'c'] }],
    ["One of 'A', 'B'.", { enum: ['a', 'b'] }],
    ['One of: red, green', { enum: ['r', 'g'] }],
    ["Either 'a' (for 'x') or 'b' (for 'y').", { enum: ['a', 'b'] }],
    ['One of the colors of the page, the frame or the text.', { enum: ['page', 'frame'] }],
    ['Number of pages.', text],
    ['Integer as text.', text],
    ['An integer.', { type: 'number' }],
    ['Integer overflow behaviour.', text],
    ['Boolean parameter of an operation.', { ...text }],
    ['Objects, each with a path (string) and a size (integer)', list],
    ['List of files, comma separated.', text],
    ['The day (YYYY-MM-DD).', { ...text, format: 'date' }],
    ['The day (YYYY-MM-DD).', text],
    ['The day (YYYY-MM-DD).', { ...text, pattern: '^\\d{4}-\\d\\d-\\d\\d$' }],
    ['YYYY-MM-DDTHH:mm:ssZ', { ...text, format: 'date-time' }],
    ['ISO 8601 date and time.', { ...text, format: 'date-time' }],
    ['YYYY-MM-DD or DD.MM.YYYY', { ...text, format: 'date' }],
    ['LOG-YYYY-MM-DD', { ...text, pattern: '^LOG-\\d{4}-\\d\\d-\\d\\d$' }],
    ['The prefix LOG followed by YYYY-MM-DD', { ...text, pattern: '^LOG\\d{4}-\\d\\d-\\d\\d$' }],
    ['The day as YYYYMMDD.', whole],
    ['ISO 8601 week number.', whole],
    ['Whether dates are written as YYYY-MM-DD.', { type: 'boolean' }],
    ['Unix timestamp or ISO date.', { ...text, format: 'date-time' }],
    ['Unix timestamp.', whole],
  ])('%s %j', (description, schema, required) => expect(said(property(description, schema, required))).toEqual([]));

  test('what another part of the schema demands', () => {
    const demanding = { ...property('Required.', text, false), allOf: [{ required: ['a'] }] };
    const conditional = { ...property('Required.', text, false), if: { required: ['b'] }, then: { required: ['a'] } };
    expect([...said(demanding), ...said(conditional)]).toEqual([]);
  });
});

test('schemas of libraries too', () => {
  const found = said(
    z.object({
      count: z.int().min(1).max(3).describe('Between 1 and 5.'),
      day: z.iso.datetime().describe('As YYYY-MM-DD.'),
      state: z.enum(['open', 'closed']).describe('One of: open, done').nullable(),
      note: z.string().describe('Required.').optional(),
      fine: z.string().describe('Optional.').default('x'),
    }),
  );
  expect(found).toHaveLength(4);
});

test('long texts and hostile patterns cost nothing', () => {
  const long = `${'YYYY-MM-DD '.repeat(100_000)}`;
  expect(said(property(long, { ...text, format: 'date-time' }))).toEqual([]);
  expect(said(property('YYYY-MM-DD', { ...text, pattern: '^((\\d+)+-?)+x$' }))).toEqual([]);
  expect(said(property(`${'(optional '.repeat(50)}`, text))).toEqual([]);
});
