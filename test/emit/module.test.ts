import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toModule } from '../../src/emit/module.js';
import { type CompileOptions, compile, EncodeError } from '../../src/index.js';
import { bundle, chunks, Generated } from './generated.js';
import { HOSTILE } from './hostile.js';
import Tree, { Box, Box0, Invoice, Later, Small, Std } from './schemas.js';

const generated = new Generated();
afterAll(() => generated.remove());
const from = generated.importOf('test/emit/schemas.ts');

interface Case {
  readonly schema: unknown;
  readonly export?: string;
  readonly options?: CompileOptions;
  /** Source values to encode; what comes out is parsed again. */
  readonly values?: readonly unknown[];
  /** Answers to parse. */
  readonly texts?: readonly string[];
}

const at = new Date(0);
const invoice = { id: 'a', at, lines: { x: 1, constructor: 2 }, size: [1, 2], mail: 'a@example.com' };

const cases: { readonly [name: string]: Case } = {
  zod: {
    schema: Invoice,
    export: 'Invoice',
    values: [invoice, { ...invoice, id: 1 }, { ...invoice, mail: 'nobody', size: undefined }],
    texts: [
      '',
      '{',
      '{"id":1}',
      '[]',
      '{"id":"a","at":"never","lines":[{"key":"x","value":1},{"key":"x","value":2}],"mail":"b"}',
    ],
  },
  tree: { schema: Tree, export: 'default', values: [{ name: 'a', kids: [{ name: 'b', kids: [] }] }, { name: 'a' }] },
  mini: {
    schema: Small,
    export: 'Small',
    values: [{ id: 'a', tag: 'b' }, { id: 'a' }],
    texts: ['{"id":"a","tag":"B"}', '{"id":"a","tag":"c"}'],
  },
  later: { schema: Later, export: 'Later', values: [{ id: 'a' }, { id: 'no' }], texts: ['{"id":"no"}'] },
  typebox: {
    schema: Box,
    export: 'Box',
    values: [{ id: 'a', at: at.toISOString(), any: { x: [1] } }],
    texts: ['{"id":1,"at":"a","any":"1"}', '{"id":"a","at":"a","any":"{"}'],
  },
  typebox0: {
    schema: Box0,
    export: 'Box0',
    values: [
      { id: 'aa', at: at.toISOString() },
      { id: 'a', at: '' },
      { id: 'aa', at: '', mail: 'nobody' },
    ],
    texts: ['{"id":"a","at":"","mail":"a@example.com"}', '{"id":"aa","at":1}'],
  },
  standard: { schema: Std, export: 'odd name', values: [{ n: 1 }, { n: -1 }], texts: ['{"n":-1}', '{"n":"1"}'] },
  object: {
    schema: {
      type: 'object',
      properties: {
        a: { type: 'string', pattern: '^(a+)+$' },
        b: { type: 'string', format: 'date' },
        c: {
          anyOf: [
            { type: 'string', format: 'date' },
            { type: 'string', format: 'email' },
          ],
        },
      },
      required: ['a'],
    },
    values: [{ a: 'aa', b: '2026-01-02', c: 'a@example.com' }, { a: 'b' }, { a: 'a', extra: 1 }],
    texts: ['{"a":"b","b":"x"}', '{"a":"aa","c":"2026-01-02"}', '{"a":"aa","b":"2026-02-30"}'],
  },
  entries: {
    schema: {
      type: 'object',
      properties: Object.fromEntries(
        ['a', 'Name', '__proto__', 'more', 'x y'].map((name) => [name, { type: 'string', minLength: 2, title: 'T' }]),
      ),
      required: ['a'],
      additionalProperties: false,
    },
    options: {
      encode: Object.fromEntries(['Name', '__proto__', 'more', 'x y'].map((name) => [`/properties/${name}`, 'entries' as const])),
    },
    values: [{ a: 'aa' }, { a: 'aa', Name: 'bb', more: 'cc', 'x y': 'dd' }, { a: 'aa', more: 'c' }],
    texts: [
      '{"a":"aa","more_2":[{"key":"NAME","value":"bb"}]}',
      '{"a":"aa","more_2":[{"key":"more","value":"c"},{"key":"more","value":"cc"},{"key":"b","value":"bb"},{"key":"Name"}]}',
      '{"a":"aa","more_2":{}}',
    ],
  },
  recursive: {
    schema: {
      $ref: '#/$defs/Node',
      $defs: {
        Node: {
          type: 'object',
          properties: { value: { type: 'integer', maximum: 5 }, next: { $ref: '#/$defs/Node' } },
          required: ['value'],
        },
      },
    },
    values: [{ value: 1, next: { value: 2 } }, { value: 6 }],
  },
  all: {
    schema: {
      allOf: [
        { $ref: '#/$defs/a' },
        { type: 'object', properties: { list: { type: 'array', prefixItems: [{ const: 1 }], uniqueItems: true } } },
      ],
      unevaluatedProperties: false,
      $defs: {
        a: {
          type: 'object',
          properties: { free: {}, map: { type: 'object', additionalProperties: { enum: [[1], { a: 1 }, 'x'] } } },
        },
      },
    },
    options: { openness: 'keep' },
    values: [{ free: { x: 1 }, list: [1, 2, 3], map: { a: [1], __proto__x: 'x' } }, { list: [1, 2, 2] }, { other: 1 }],
  },
  old: {
    schema: {
      $schema: 'http://json-schema.org/draft-04/schema#',
      type: 'object',
      properties: { n: { type: 'number', minimum: 0, exclusiveMinimum: true } },
    },
    values: [{ n: 1 }, { n: 0 }],
  },
  tool: {
    schema: { type: 'array', items: { type: 'string' } },
    options: { mode: 'tool' },
    values: [['a']],
    texts: ['{"value":[1]}', '["a"]'],
  },
  deep: {
    schema: { type: 'object', properties: { x: {} } },
    options: { maxDepth: 20 },
    values: [{ x: { x: 1 } }],
    texts: [`{"x":"${'['.repeat(30)}${']'.repeat(30)}"}`],
  },
  ...Object.fromEntries(HOSTILE.map(({ name, schema, values }) => [`hostile_${name}`, { schema, values }])),
};

type Outcome = { readonly [name: string]: readonly unknown[] };

/** Runs the same over compiled schemas here and over generated modules there. */
const RUN = `
async function outcomes(modules, cases, EncodeError) {
  const shown = (value) => JSON.parse(JSON.stringify(value, (key, held) => typeof held === 'bigint' ? String(held) : held) ?? 'null');
  const results = {};
  for (const [name, { values = [], texts = [] }] of Object.entries(cases)) {
    const module = modules[name];
    const list = [];
    for (const value of values) {
      try {
        const wire = module.encode(value);
        list.push(shown(wire), shown(module.decode(wire)), shown(await module.decodeAsync(wire)), shown(await module.parseAsync(JSON.stringify(wire))));
      } catch (error) {
        if (!(error instanceof EncodeError)) throw error;
        list.push(shown(error.issues));
      }
    }
    for (const text of texts) list.push(shown(module.parse(text)));
    results[name] = list;
  }
  return results;
}`;

const outcomes = new Function(`${RUN}; return outcomes;`)() as (
  modules: object,
  cases: object,
  error: unknown,
) => Promise<Outcome>;

describe('a generated module', () => {
  let here: Outcome;
  const there: { [format: string]: Outcome } = {};

  beforeAll(async () => {
    const compiled = Object.fromEntries(
      Object.entries(cases).map(([name, { schema, options }]) => [name, compile(schema, options)]),
    );
    here = await outcomes(compiled, cases, EncodeError);
    const imports = Object.entries(cases).map(([name, { schema, options, export: exported }]) => {
      generated.write(
        `${name}.ts`,
        toModule(compile(schema, options), { name, ...(exported && { import: { from, export: exported } }) }),
      );
      return `import * as ${name} from './${name}.js';`;
    });
    const data = generated.write('cases.ts', `export const cases = ${casesText()};\n`);
    expect(data).toBeTruthy();
    const main = generated.write(
      'main.ts',
      `// @ts-nocheck\n${imports.join('\n')}\nimport { EncodeError } from 'bascule/runtime';\nimport { cases } from './cases.js';\n${RUN}
outcomes({ ${Object.keys(cases).join(', ')} }, cases, EncodeError).then((results) => process.stdout.write(JSON.stringify(results)));\n`,
    );
    for (const format of ['esm', 'cjs'] as const) {
      const { code } = await bundle(main, { format, external: ['node:*'] });
      const file = generated.write(`main.${format === 'esm' ? 'mjs' : 'cjs'}`, code);
      const run = spawnSync(process.execPath, ['--disallow-code-generation-from-strings', file], {
        encoding: 'utf8',
        maxBuffer: 1e8,
      });
      expect(run.stderr).toBe('');
      there[format] = JSON.parse(run.stdout) as Outcome;
    }
  });

  test.each(Object.keys(cases))('%s does what the compiled schema does, where no code may be generated', (name) => {
    expect(here[name]?.length).toBeGreaterThan(0);
    expect(there.esm?.[name]).toEqual(here[name]);
    expect(there.cjs?.[name]).toEqual(here[name]);
  });

  test.each(Object.keys(cases))('%s is the same text again', (name) => {
    const { schema, options, export: exported } = cases[name] as Case;
    const text = () =>
      toModule(compile(structuredCloneOf(schema), options), { name, ...(exported && { import: { from, export: exported } }) });
    expect(text()).toBe(text());
  });
});

/** Plain schemas are compiled anew, those of libraries can't be copied. */
function structuredCloneOf(schema: unknown): unknown {
  return Object.getPrototypeOf(schema) === Object.prototype &&
    !('~standard' in (schema as object)) &&
    !('~kind' in (schema as object)) &&
    Object.getOwnPropertySymbols(schema).length === 0
    ? structuredClone(schema)
    : schema;
}

function casesText(): string {
  const entries = Object.entries(cases).map(([name, { values = [], texts = [] }]) => {
    const list = values.map((value) =>
      JSON.stringify(value, function (this: Record<string, unknown>, key, held) {
        return this[key] instanceof Date ? { $date: held } : held;
      }),
    );
    return `${JSON.stringify(name)}: { values: ${JSON.stringify(list)}.map((text) => JSON.parse(text, (key, held) => held?.$date ? new Date(held.$date) : held)), texts: ${JSON.stringify(texts)} }`;
  });
  return `{ ${entries.join(',\n')} }`;
}

describe('the weight of generated modules', () => {
  const weigh = async (name: string, use: string, module: string, external: readonly string[]) => {
    generated.write(`${name}.ts`, module);
    const main = generated.write(`${name}.main.ts`, `import { ${use} } from './${name}.js';\nconsole.log(${use});\n`);
    const { code, files } = await bundle(main, { external });
    return { bytes: gzipSync(code, { level: 9 }).length, files };
  };
  const zod = () => toModule(compile(Invoice), { name: 'invoice', import: { from: './invoice.js', export: 'Invoice' } });

  test('decoding with Zod weighs less than 12 kB, and brings in neither Ajv nor the compiler', async () => {
    const { bytes, files } = await weigh('weighed', 'format, parse', zod(), ['zod', './invoice.js']);
    expect(bytes).toBeLessThan(12 * 1024);
    expect(files.filter((file) => !/^(node_modules\/\.cache\/generated-|src\/)/.test(file))).toEqual([]);
    expect(
      files.filter((file) =>
        /^src\/(passes|plan|targets|keywords|ledger|diagnostics|answer\/looks\/code|finish\/json-schema|read\/json-schema\/(?!scope))/.test(
          file,
        ),
      ),
    ).toEqual([]);
  });

  test('encoding adds little', async () => {
    const { bytes, files } = await weigh('weighed-whole', 'encode, format, parse', zod(), ['zod', './invoice.js']);
    expect(bytes).toBeLessThan(18 * 1024);
    expect(files.filter((file) => file.startsWith('node_modules/') && !file.includes('generated-'))).toEqual([]);
  });

  const whole = async (name: string, entry: string, external: readonly string[] = []) => {
    const main = generated.write(`${name}.main.ts`, `export * from '${entry}';\n`);
    const { code, files } = await bundle(main, { external });
    return { bytes: gzipSync(code, { level: 9 }).length, files };
  };

  test('the whole runtime weighs less than 25 kB, and brings in no package', async () => {
    const { bytes, files } = await whole('runtime', 'bascule/runtime');
    expect(bytes).toBeLessThan(25 * 1024);
    expect(files.filter((file) => file.startsWith('node_modules/') && !file.includes('generated-'))).toEqual([]);
  });

  test('parse loads less than 25 kB; what failures need comes when they do', async () => {
    const main = generated.write('parse.main.ts', "import { parse } from 'bascule/client';\nconsole.log(parse);\n");
    const { first, later } = await chunks(main, ['node:*']);
    expect(first.bytes).toBeLessThan(25 * 1024);
    expect(later.files).toEqual(expect.arrayContaining(['src/client/rejections/index.ts', 'src/answer/partial/reader.ts']));
    expect(first.files.filter((file) => later.files.includes(file))).toEqual([]);
  });

  test('the calls bring in neither the compiler nor any package', async () => {
    const { files } = await whole('client', 'bascule/client', ['node:*']);
    expect(files.filter((file) => file.startsWith('node_modules/') && !file.includes('generated-'))).toEqual([]);
    expect(
      files.filter((file) => /^src\/(passes|keywords|ledger|read\/json-schema|finish\/json-schema|compile)/.test(file)),
    ).toEqual([]);
  });
});
