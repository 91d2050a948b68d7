import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { finishJsonSchema } from '../../src/finish/json-schema/index.js';
import { standaloneCheck } from '../../src/finish/json-schema/standalone.js';

const folder = mkdtempSync(join(tmpdir(), 'standalone-'));
afterAll(() => rmSync(folder, { recursive: true }));
const runtime = pathToFileURL(fileURLToPath(new URL('../../src/finish/json-schema/standalone-runtime.ts', import.meta.url))).href;

interface Said {
  readonly passes: boolean;
  readonly issues: readonly string[];
}

/** Runs the texts in a process that can't make code from text, and has no compiler. */
function run(texts: readonly string[], values: readonly (readonly unknown[])[]): Said[][] {
  texts.forEach((text, index) => {
    expect(text.startsWith("import * as standalone from 'bascule/standalone';\n")).toBe(true);
    writeFileSync(
      join(folder, `check-${index}.mjs`),
      text.replace("import * as standalone from 'bascule/standalone'", `import * as standalone from ${JSON.stringify(runtime)}`),
    );
  });
  writeFileSync(join(folder, 'values.json'), JSON.stringify(values));
  writeFileSync(
    join(folder, 'run.mjs'),
    `import { readFileSync } from 'node:fs';
     const values = JSON.parse(readFileSync(new URL('values.json', import.meta.url), 'utf8'));
     const all = [];
     for (const [index, list] of values.entries()) {
       const { finish } = await import('./check-' + index + '.mjs');
       all.push(list.map((value) => { const result = finish(value); return { passes: 'value' in result, issues: (result.issues ?? []).map((issue) => issue.path.join('.') + ': ' + issue.message) }; }));
     }
     console.log(JSON.stringify(all));`,
  );
  const printed = execFileSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', '--import', 'tsx', join(folder, 'run.mjs')],
    { encoding: 'utf8', maxBuffer: 1e8 },
  );
  return JSON.parse(printed) as Said[][];
}

const own = (text: string): unknown => JSON.parse(text);
const nasty = '*/ `\x24{process.exit(7)}` </script><!-- "\' \\ \u2028 \u2029 \n require("fs") const schema1 = 0; //';

const cases: readonly (readonly [schema: unknown, values: readonly unknown[]])[] = [
  [{ type: 'string', minLength: 2, pattern: '^(a+)+$' }, ['aa', 'a', 'ab', `${'a'.repeat(40)}b`]],
  [{ enum: Array.from({ length: 300 }, (_item, index) => index) }, [0, 299, 300, '1']],
  [{ const: own('{"__proto__":1}') }, [own('{"__proto__":1}'), {}, own('{"__proto__":2}')]],
  [{ enum: [own('{"__proto__":1}'), null] }, [own('{"__proto__":1}'), {}, null]],
  [
    own('{"properties":{"__proto__":{"type":"string"}},"required":["__proto__"]}'),
    [own('{"__proto__":"x"}'), own('{"__proto__":1}'), {}],
  ],
  [{ uniqueItems: true, items: { type: 'object' } }, [[{ a: 1 }, { a: 2 }], [{ a: 1 }, { a: 1 }], [1]]],
  [
    {
      properties: {
        a: { format: 'email' },
        b: { format: 'date-time', formatMinimum: '2024-01-01T00:00:00Z' },
        c: { type: 'integer', format: 'int32' },
        d: { format: 'uuid' },
      },
    },
    [{ a: 'a@b.co', b: '2024-02-01T00:00:00Z', c: 1 }, { a: 'a' }, { b: '2020-02-01T00:00:00Z' }, { c: 3e9 }, { d: '' }],
  ],
  [
    {
      $ref: '#/$defs/n',
      $defs: {
        n: { anyOf: [{ type: 'null' }, { type: 'object', properties: { next: { $ref: '#/$defs/n' } }, required: ['next'] }] },
      },
    },
    [null, { next: { next: null } }, { next: { next: 1 } }],
  ],
  [{ allOf: [{ properties: { a: { type: 'string' } } }], unevaluatedProperties: false }, [{ a: 'x' }, { toString: 1 }, { a: 1 }]],
  [
    {
      properties: {
        [nasty]: { const: nasty, title: nasty },
        b: { enum: [nasty, 'b', nasty + nasty] },
        c: { pattern: '</script>`\x24{1}' },
      },
      required: [nasty],
      description: nasty,
      $defs: { [nasty]: {} },
    },
    [{ [nasty]: nasty, b: nasty }, { [nasty]: 'x' }, {}, { [nasty]: nasty, b: 'x' }, { [nasty]: nasty, c: 'x' }],
  ],
  [{ pattern: '^[\\w-.]\\-$' }, ['a-', '-']],
  [true, [1]],
  [false, [1]],
  [{ $ref: '#/nothing' }, [1, {}]],
];

describe('a standalone check', () => {
  const texts = cases.map(([schema]) => standaloneCheck(schema, '2020-12'));

  it('says in a process that can not make code what is said here', () => {
    const said = run(
      texts,
      cases.map(([, values]) => values),
    );
    cases.forEach(([schema, values], index) => {
      const finish = finishJsonSchema(schema, '2020-12');
      values.forEach((value, at) => {
        const result = finish(value);
        const expected: Said = {
          passes: 'value' in result,
          issues: 'issues' in result ? result.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) : [],
        };
        expect(said[index]?.[at], `${JSON.stringify(schema)} of ${JSON.stringify(value)}`).toEqual(
          JSON.parse(JSON.stringify(expected)),
        );
      });
    });
  });

  it('is code made by Ajv, where Ajv can be trusted', () => {
    expect(texts[0]).toContain('function validate');
    expect(texts[7]).not.toContain('function validate');
  });

  it('imports from bascule/standalone only', () => {
    for (const text of texts) {
      expect(text.match(/^import .*$/gm)).toEqual(["import * as standalone from 'bascule/standalone';"]);
      expect(text.replace(/"(?:[^"\\]|\\.)*"/g, '""')).not.toMatch(/\brequire\b|\bFunction\b|\beval\b/);
    }
  });

  it('holds no text that ends a script, a comment, or a line', () => {
    for (const text of texts) expect(text).not.toMatch(/<\/|<!|[\u2028\u2029]|[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('is the same text each time', () => {
    expect(cases.map(([schema]) => standaloneCheck(schema, '2020-12'))).toEqual(texts);
  });

  it('may stand at the end of a module that calls it when it is loaded', () => {
    const text = standaloneCheck({ type: 'string' }, '2020-12', { embedded: true });
    expect(text).not.toContain('export');
    expect(text).toContain('function finish(value');
  });
});
