import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Finished } from '../../../src/read/source.js';
import {
  isStandardJsonSchema,
  isStandardWithoutJsonSchema,
  readStandard,
  standardWithoutJsonSchema,
} from '../../../src/read/standard/index.js';

type Json = Record<string, unknown>;
interface Parts {
  readonly json?: (target: string) => unknown;
  readonly validate?: unknown;
  readonly vendor?: string;
}

/** A schema of a library that is not there. */
function schema({ json = () => ({ type: 'string' }), validate = (value: unknown) => ({ value }), vendor = 'acme' }: Parts = {}) {
  const answer = ({ target }: { target: string }) => json(target);
  return { '~standard': { version: 1, vendor, validate, jsonSchema: { input: answer, output: answer } } };
}

function read(source: unknown) {
  const findings: { code: string; severity: string; path: string; message: string; help: string }[] = [];
  return { ...readStandard(source, { report: (finding) => findings.push(finding) }, { maxDepth: 500 }), findings };
}

describe('recognising', () => {
  const callable = Object.assign(() => undefined, schema());

  test.each([
    ['an object', schema(), true, false],
    ['a function, as ArkType has it', callable, true, false],
    ['zod', z.string(), true, false],
    ['one that only validates', { '~standard': { version: 1, vendor: 'acme', validate: () => ({}) } }, false, true],
    [
      'half of the JSON Schema side',
      { '~standard': { version: 1, vendor: 'acme', validate: () => ({}), jsonSchema: { input: () => ({}) } } },
      false,
      true,
    ],
    ['one that does neither', { '~standard': { version: 1, vendor: 'acme' } }, false, false],
    ['JSON Schema', { type: 'string' }, false, false],
    ['null', null, false, false],
    ['text', '~standard', false, false],
    ['a mark that is no object', { '~standard': 1 }, false, false],
  ])('%s', (_name, value, json, only) => {
    expect([isStandardJsonSchema(value), isStandardWithoutJsonSchema(value)]).toEqual([json, only]);
  });
});

describe('what helps where the JSON Schema is missing', () => {
  test.each([
    ['valibot', /toStandardJsonSchema.* @valibot\/to-json-schema 1\.5/],
    ['arktype', /2\.1\.28/],
    ['joi', /18\.1/],
    ['effect', /toStandardJSONSchemaV1/],
    ['zod', /zod to 4/],
    ['acme', /version of acme or an adapter/],
  ])('%s', (vendor, remedy) => {
    const said = standardWithoutJsonSchema({ '~standard': { version: 1, vendor, validate: () => ({}) } });
    expect(said).toMatch(new RegExp(`^This ${vendor} schema can check a value but can't tell its JSON Schema`));
    expect(said.slice(said.indexOf('. ') + 2)).toMatch(remedy);
  });

  test('a schema without a name', () => {
    expect(standardWithoutJsonSchema({ '~standard': {} })).toContain('unnamed');
  });
});

describe('reading', () => {
  test('asks for the newest draft, of the input', () => {
    const targets: string[] = [];
    const { document, findings, dialect } = read(
      schema({
        json(target) {
          targets.push(target);
          return { type: 'object', properties: { a: { type: 'number' } }, required: ['a'] };
        },
      }),
    );
    expect(targets).toEqual(['draft-2020-12']);
    expect(findings).toEqual([]);
    expect(dialect).toBe('standard');
    expect(document.root).toMatchObject({
      kind: 'object',
      properties: [{ key: 'a', required: true, shape: { kind: 'number', path: '/properties/a' } }],
    });
  });

  test('takes draft-07 where that is all there is, and reads it as such', () => {
    const { document, findings } = read(
      schema({
        json(target) {
          if (target !== 'draft-07') throw new Error('unsupported');
          return { type: 'array', items: [{ type: 'null' }], additionalItems: false };
        },
      }),
    );
    expect(findings).toEqual([]);
    expect(document.root).toMatchObject({ kind: 'array', prefix: [{ kind: 'null' }], items: { kind: 'never' } });
  });

  test.each<[string, (target: string) => unknown, RegExp]>([
    [
      'throws',
      () => {
        throw new Error('The "date" schema has no JSON form.');
      },
      /The "date" schema has no JSON form\.$/,
    ],
    [
      'throws no error',
      () => {
        throw 'no';
      },
      /no$/,
    ],
    ['answers with nothing', () => undefined, /It answered with undefined instead of a schema\.$/],
    ['answers with null', () => null, /It answered with null/],
    ['answers with a promise', () => Promise.resolve({}), /It answered with object/],
  ])('a vendor that %s is a finding', (_name, json, message) => {
    const { findings } = read(schema({ json }));
    expect(findings).toMatchObject([
      {
        code: 'no-json-schema',
        severity: 'error',
        path: '',
        message: expect.stringMatching(message),
        help: expect.stringContaining('encoded form'),
      },
    ]);
    expect(findings[0]?.message).toMatch(/^acme can't say in JSON Schema what this schema takes\./);
  });

  test.each<[string, boolean | Json, string]>([
    ['true', true, 'any'],
    ['false', false, 'never'],
    ['{}', {}, 'any'],
  ])('the schema %s', (_name, json, kind) => {
    expect(read(schema({ json: () => json })).document.root.kind).toBe(kind);
  });

  test('a schema that can not validate is refused', () => {
    expect(read(schema({ validate: null, vendor: 'effect' })).findings).toMatchObject([
      { code: 'no-validate', severity: 'error', help: expect.stringContaining('toStandardSchemaV1') },
    ]);
    expect(read(schema({ validate: null })).findings).toMatchObject([
      { code: 'no-validate', help: expect.stringContaining('JSON Schema itself') },
    ]);
  });

  test('occurrences are those of the JSON Schema', () => {
    expect(read(schema()).occurrences()).toEqual([{ path: '', keyword: 'type' }]);
  });
});

describe('finishing', () => {
  const TABLE: readonly [name: string, validate: (value: unknown) => unknown, value: unknown, finished: Finished][] = [
    ['a value', (value) => ({ value: [value] }), 1, { value: [1] }],
    ['undefined for a value', () => ({ value: undefined }), 1, { value: undefined }],
    [
      'issues beside a value',
      (value) => ({ value, issues: [{ message: 'Wrong.', path: ['a', 0] }] }),
      { a: ['x'] },
      { issues: [{ path: ['a', 0], message: 'Wrong.', code: 'finish', value: 'x' }] },
    ],
    [
      'steps that are objects',
      () => ({ issues: [{ message: 'Wrong.', path: [{ key: 'a' }, { key: 0 }] }] }),
      { a: ['x'] },
      { issues: [{ path: ['a', 0], message: 'Wrong.', code: 'finish', value: 'x' }] },
    ],
    [
      'no path',
      () => ({ issues: [{ message: 'Wrong.' }] }),
      1,
      { issues: [{ path: [], message: 'Wrong.', code: 'finish', value: 1 }] },
    ],
    [
      'a path to nowhere',
      () => ({ issues: [{ message: 'Wrong.', path: ['a', Symbol('s'), 'constructor'] }] }),
      {},
      { issues: [{ path: ['a', 'Symbol(s)', 'constructor'], message: 'Wrong.', code: 'finish', value: undefined }] },
    ],
    [
      'no issues at all',
      () => ({ issues: [] }),
      1,
      { issues: [{ path: [], message: 'The schema rejects this value without saying why.', code: 'finish', value: 1 }] },
    ],
    [
      'a throw',
      () => {
        throw new Error('boo');
      },
      1,
      { issues: [{ path: [], message: "The schema's own code threw an error: boo", code: 'user-code-threw' }] },
    ],
    [
      'no answer',
      () => undefined,
      1,
      { issues: [{ path: [], message: expect.stringContaining('threw an error') as never, code: 'user-code-threw' }] },
    ],
  ];

  test.each(TABLE)('%s', (_name, validate, value, finished) => {
    expect(read(schema({ validate })).finish(value)).toEqual(finished);
  });

  test.each(TABLE)('%s, by a promise', async (_name, validate, value, finished) => {
    const source = read(schema({ validate: async (given: unknown) => validate(given) }));
    expect(source.finish(value)).toMatchObject({
      issues: [{ code: 'async-schema', message: expect.stringContaining('parseAsync') }],
    });
    await expect(source.finishAsync(value)).resolves.toEqual(finished);
  });

  test.each(TABLE)('%s, by none but awaited', async (_name, validate, value, finished) => {
    await expect(read(schema({ validate })).finishAsync(value)).resolves.toEqual(finished);
  });

  test('recursion without end in the schema is an issue', () => {
    const validate = (value: unknown): unknown => validate(value);
    expect(read(schema({ validate })).finish(1)).toMatchObject({
      issues: [{ code: 'finish', message: 'The value is nested too deeply to be checked.' }],
    });
  });

  test('a real library', () => {
    const { finish, document } = read(z.object({ at: z.string().transform((text) => text.length), n: z.int().min(1) }));
    expect(document.root).toMatchObject({
      kind: 'object',
      properties: [
        { key: 'at', shape: { kind: 'string' } },
        { key: 'n', shape: { kind: 'number', integer: true } },
      ],
    });
    expect(finish({ at: 'abc', n: 1 })).toEqual({ value: { at: 3, n: 1 } });
    expect(finish({ at: 'abc', n: 0 })).toMatchObject({ issues: [{ path: ['n'], value: 0 }] });
  });
});
