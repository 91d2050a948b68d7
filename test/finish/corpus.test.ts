import { Ajv } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { dialectOf, finishJsonSchema } from '../../src/finish/json-schema/index.js';
import { finishInterpreted } from '../../src/finish/json-schema/interpreted.js';
import { corpusFiles, corpusPresent, type Row, rowsOf, someOf } from '../support/corpus.js';

/*
 * The dialect of a row is known to the judge only. What the checks accept, a plain Ajv of that dialect must accept too, and the other way round,
 * but where Ajv is known to err: names that every object has, and keywords that ask what others have evaluated.
 */

const INHERITED = Object.getOwnPropertyNames(Object.prototype);
const DATA = new Set(['enum', 'default', 'const', 'example', 'examples']);

if (!corpusPresent) console.log('skipped: the corpus of real schemas is not here');

describe.skipIf(!corpusPresent)('real schemas mean what they mean to Ajv', () => {
  it.each(corpusFiles())('%s', (file) => {
    const count = { schemas: 0, values: 0, accepted: 0 };
    const wrong: string[] = [];
    for (const row of someOf(rowsOf(file), 50)) {
      const judge = judgeOf(row);
      if (judge === undefined || refersToMetaSchema(row.schema)) continue;
      count.schemas++;
      const checks = [finishJsonSchema, finishInterpreted].map((make) => make(row.schema, dialectOf(row.schema)));
      for (const value of valuesOf(row)) {
        const expected = judge(value);
        if (expected === undefined || isDebatable(row.schema, value)) continue;
        count.values++;
        if (expected) count.accepted++;
        for (const [index, check] of checks.entries()) {
          const result = check(value);
          const said = 'value' in result;
          if (said !== expected)
            wrong.push(
              `${index === 0 ? 'generated' : 'interpreted'} ${said ? 'ACCEPTS' : 'rejects'} ${row.id} ${JSON.stringify(value)?.slice(0, 200)}`,
            );
        }
      }
    }
    console.log(`${file}: ${count.schemas} schemas, ${count.values} values, ${count.accepted} of them valid`);
    expect(wrong).toEqual([]);
    expect(count.values).toBeGreaterThan(50);
  });
});

/** Ajv has the meta-schemas; a reader of schemas refuses what lies outside. */
function refersToMetaSchema(schema: unknown): boolean {
  return (
    JSON.stringify(schema).includes('"$ref":"http://json-schema.org/draft') ||
    JSON.stringify(schema).includes('"$ref":"https://json-schema.org/draft')
  );
}

function isDebatable(schema: unknown, value: unknown): boolean {
  const text = `${JSON.stringify(schema)} ${JSON.stringify(value)}`;
  if (INHERITED.some((name) => text.includes(`"${name}"`))) return true;
  return /"(?:unevaluated(?:Items|Properties)|\$dynamicRef|\$recursiveRef)"/.test(text);
}

function valuesOf({ tests }: Row): unknown[] {
  const given = [...tests.map((test) => test.data as unknown), {}, [], null, '', 0, true];
  return given.flatMap((value) => [value, ...variants(value)]);
}

function variants(value: unknown): unknown[] {
  if (Array.isArray(value)) return [[...value, ...value], value.slice(1), [null, ...value]];
  if (typeof value === 'string') return [value.slice(1), `${value} `, value.toUpperCase()];
  if (typeof value === 'number') return [-value, value + 0.5, String(value)];
  if (typeof value !== 'object' || value === null) return [];
  const keys = Object.keys(value).slice(0, 12);
  const of = value as Record<string, unknown>;
  return [
    { ...of, extra: 1 },
    ...keys.map((key) => Object.fromEntries(Object.entries(of).filter(([other]) => other !== key))),
    ...keys.flatMap((key) => [null, {}, 'x', 7, ...variants(of[key]).slice(0, 2)].map((other) => ({ ...of, [key]: other }))),
  ];
}

function judgeOf({ schema, dialect }: Row): ((value: unknown) => boolean | undefined) | undefined {
  if (dialect === '3') return undefined;
  let plain: unknown = schema;
  if (typeof schema === 'object' && schema !== null) {
    const { $schema, $async, ...rest } = schema as Record<string, unknown>;
    if ($async !== undefined) return undefined;
    plain = dialect === '4' ? fromDraft4(rest) : rest;
  }
  for (const unicodeRegExp of [true, false]) {
    try {
      const ajv = new ({ 2019: Ajv2019, 2020: Ajv2020 }[dialect as '2019' | '2020'] ?? Ajv)({
        strict: false,
        validateSchema: false,
        logger: false,
        inlineRefs: false,
        unicodeRegExp,
      });
      addFormats.default(ajv as Ajv);
      const validate = ajv.compile(plain as object);
      return (value) => {
        try {
          return validate(value) === true;
        } catch {
          return undefined;
        }
      };
    } catch {
      // Once more without the flag.
    }
  }
  return undefined;
}

function fromDraft4(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(fromDraft4);
  if (typeof schema !== 'object' || schema === null) return schema;
  const of = schema as Record<string, unknown>;
  const entries = Object.entries(of).flatMap(([key, value]): [string, unknown][] => {
    if (DATA.has(key)) return [[key, value]];
    if (key === 'id' && typeof value === 'string') return [['$id', value]];
    if ((key === 'exclusiveMinimum' || key === 'exclusiveMaximum') && typeof value === 'boolean')
      return value ? [[key, of[key === 'exclusiveMinimum' ? 'minimum' : 'maximum']]] : [];
    if ((key === 'minimum' && of.exclusiveMinimum === true) || (key === 'maximum' && of.exclusiveMaximum === true)) return [];
    return [[key, fromDraft4(value)]];
  });
  return Object.fromEntries(entries);
}
