import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { formatAdmits, formatNames } from '../../src/keywords/formats.js';

const samples: Readonly<Record<string, readonly [good: readonly string[], bad: readonly string[]]>> = {
  date: [['2024-02-29'], ['2023-02-29', '2024-1-1', '']],
  time: [
    ['14:30:00Z', '14:30:00.5+02:00', '23:59:60Z'],
    ['14:30:00', '25:00:00Z'],
  ],
  'date-time': [['2024-02-29T14:30:00Z'], ['2024-02-29', '2024-02-29T14:30:00']],
  'iso-date-time': [['2024-02-29T14:30:00'], ['2024-02-30T14:30:00']],
  duration: [
    ['P1DT12H', 'P2W'],
    ['P', '1D'],
  ],
  uri: [
    ['https://example.com/a?b#c', 'urn:a:b'],
    ['example.com', '/a'],
  ],
  'uri-reference': [['/a', '../b', ''], ['\\']],
  email: [['a@example.com'], ['a', 'a@b@c']],
  hostname: [['example.com'], ['-a', 'a_b']],
  ipv4: [['127.0.0.1'], ['256.0.0.1', '1.2.3']],
  ipv6: [
    ['::1', '2001:db8::1'],
    ['1::2::3', '::g'],
  ],
  uuid: [['123e4567-e89b-12d3-a456-426614174000', 'urn:uuid:123e4567-e89b-12d3-a456-426614174000'], ['123e4567']],
  'json-pointer': [['', '/a/0'], ['a']],
  regex: [['^a$'], ['(']],
  byte: [['YWJj'], ['YW']],
  password: [['anything'], []],
  int32: [['not a number, so not its business'], []],
  unheard: [['anything'], []],
};

describe('formatAdmits', () => {
  for (const [name, [good, bad]] of Object.entries(samples)) {
    it(name, () => {
      // Twice: a sticky or global expression would remember.
      for (const text of [...good, ...good]) expect(formatAdmits(name, text), text).toBe(true);
      for (const text of [...bad, ...bad]) expect(formatAdmits(name, text), text).toBe(false);
    });
  }

  it('is true of what only looks like a name', () => {
    expect(formatAdmits('constructor', 'anything')).toBe(true);
  });

  it('agrees with ajv-formats on strings', () => {
    const ajv = new Ajv2020({ strict: false, logger: false });
    addFormats.default(ajv);
    const texts = Object.values(samples).flatMap(([good, bad]) => [...good, ...bad]);
    for (const name of formatNames) {
      const validate = ajv.compile({ type: 'string', format: name });
      for (const text of texts) expect(formatAdmits(name, text), `${name}: ${text}`).toBe(validate(text));
    }
  });
});
