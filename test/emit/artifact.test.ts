import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { decode, encode, load } from '../../src/answer/program.js';
import { wireFormatAdmits } from '../../src/answer/wire-formats.js';
import { decoders } from '../../src/codecs/decoders.js';
import { encoders } from '../../src/codecs/encoders.js';
import { type Artifact, toArtifact } from '../../src/emit/artifact.js';
import { compile, EncodeError } from '../../src/index.js';
import { type Case, compiled } from '../support/case.js';
import { generatedCase } from '../support/cases.js';
import { entriesCase } from '../support/generate/entries.js';
import { schemaCase } from '../support/generate/json-schema/index.js';
import { CLASSIC, CURRENT, typeBoxCase, typeBoxCaseOf } from '../support/generate/typebox/index.js';
import { zodCase, zodCaseOf } from '../support/generate/zod/index.js';
import { check } from '../support/seed.js';
import { HOSTILE } from './hostile.js';

const published = JSON.parse(readFileSync(new URL('../../schemas/artifact.json', import.meta.url), 'utf8')) as {
  $defs: { codec: { enum: string[] } };
};
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictTuples: false, strictRequired: false });
const valid = ajv.compile(published);

function throughText(artifact: Artifact): Artifact {
  return JSON.parse(JSON.stringify(artifact)) as Artifact;
}

function outcome(run: () => unknown): unknown {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof EncodeError) return { issues: error.issues };
    throw error;
  }
}

/** The artifact is as published, the same each time, and what is loaded from its text does what the compiled schema does. */
function stands(one: Case): void {
  for (const options of [{}, { openness: 'keep', mode: 'tool' }] as const) {
    const whole = compiled(one, options);
    if (!whole) continue;
    const artifact = toArtifact(whole, { name: 'a' });
    const text = JSON.stringify(artifact);
    expect(valid(JSON.parse(text)), ajv.errorsText(valid.errors)).toBe(true);
    const again = compiled(one, options);
    if (again) expect(JSON.stringify(toArtifact(again, { name: 'a' }))).toBe(text);
    const program = load(throughText(artifact).decoder, whole.source);
    for (const value of [...one.values, ...one.others]) {
      const wire = outcome(() => whole.encode(value));
      expect(outcome(() => encode(program, value, wireFormatAdmits))).toEqual(wire);
      if ('value' in (wire as object))
        expect(decode(program, (wire as { value: unknown }).value)).toEqual(whole.decode((wire as { value: unknown }).value));
      expect(decode(program, value)).toEqual(whole.decode(value));
    }
  }
}

function holds<Made>(arbitrary: fc.Arbitrary<Made>, times: number, make: (made: Made) => Case | undefined): void {
  check(arbitrary, times, (made) => {
    const one = make(made);
    if (one) stands(one);
  });
}

describe('an artifact', () => {
  test('says what it is', () => {
    const schema = z.object({ id: z.string(), at: z.date(), map: z.record(z.string(), z.number()) });
    const { ledger, spend, wire, fingerprint, ...rest } = toArtifact(compile(schema), {
      name: 'invoice',
      source: 'schemas.ts#Invoice',
    });
    expect(rest).toEqual({
      version: 1,
      name: 'invoice',
      source: 'schemas.ts#Invoice',
      dialect: 'zod',
      target: { name: 'claude', date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
      mode: 'output',
      decoder: {
        root: {
          object: [
            ['id', 'string'],
            [
              'at',
              {
                codec: 'date',
                argument: expect.anything(),
                wire: expect.objectContaining({ plain: 'string', format: 'date-time' }),
              },
            ],
            [
              'map',
              {
                codec: 'entries',
                argument: expect.anything(),
                wire: {
                  array: {
                    object: [
                      ['key', 'string'],
                      ['value', 'number'],
                    ],
                  },
                },
              },
            ],
          ],
          strip: true,
        },
      },
    });
    expect(wire).toBe(compile(schema).wire);
    expect(fingerprint).toBe(compile(schema).fingerprint);
    expect(ledger).toEqual(compile(schema).ledger);
    expect(spend).toEqual(compile(schema).spend);
  });

  test('keeps the depth that was asked for', () => {
    expect(toArtifact(compile({ type: 'object' }, { maxDepth: 7 }), { name: 'a' })).toMatchObject({ maxDepth: 7 });
  });

  test('keeps hostile names and texts', () => {
    for (const { schema, values } of HOSTILE) {
      const whole = compile<unknown>(schema);
      const artifact = throughText(toArtifact(whole, { name: 'a' }));
      expect(valid(artifact), ajv.errorsText(valid.errors)).toBe(true);
      const program = load(artifact.decoder, whole.source);
      for (const value of values)
        expect(outcome(() => encode(program, value, wireFormatAdmits))).toEqual(outcome(() => whole.encode(value)));
    }
  });

  test('is described codec by codec', () => {
    expect(published.$defs.codec.enum.toSorted()).toEqual([...decoders.keys()].sort());
    expect([...encoders.keys()].sort()).toEqual([...decoders.keys()].sort());
  });

  test('stands for any JSON Schema', () => holds(schemaCase(), 60, generatedCase));
  test('stands for properties that share a list', () => holds(entriesCase, 40, (made) => generatedCase(made)));
  test('stands for any Zod schema', () => holds(zodCase(), 60, zodCaseOf));
  test('stands for any TypeBox schema', () => {
    holds(typeBoxCase(), 30, (made) => typeBoxCaseOf(made, CURRENT));
    holds(typeBoxCase(), 30, (made) => typeBoxCaseOf(made, CLASSIC));
  });
});
