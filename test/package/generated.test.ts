import { spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toModule } from '../../src/emit/module.js';
import { compile } from '../../src/index.js';
import { bundle, Generated } from '../emit/generated.js';
import { Box, Box0, Invoice, Std } from '../emit/schemas.js';

const generated = new Generated();
afterAll(() => generated.remove());

const Plain = {
  type: 'object',
  properties: {
    a: { type: 'string', pattern: '^(a+)+$' },
    map: { type: 'object', additionalProperties: { type: 'integer', minimum: 1 } },
  },
  required: ['a'],
};
const schemas = { Invoice, Box, Box0, Std, Plain };
const TEXTS = [
  '{"id":"a","at":"2026-01-02T03:04:05Z","lines":[],"mail":"a@example.com"}',
  '{"id":"aa","at":"x","any":"[1]"}',
  '{"n":2}',
  '{"a":"aa","map":[{"key":"x","value":1}]}',
  '{"a":"b","map":[{"key":"x","value":0}]}',
  '{',
];

beforeAll(() => {
  const from = generated.importOf('test/emit/schemas.ts');
  for (const [name, schema] of Object.entries(schemas))
    generated.write(
      `${name}.ts`,
      toModule(compile<unknown>(schema), { name, ...(schema !== Plain && { import: { from, export: name } }) }),
    );
});

describe('a generated module on the built runtime', () => {
  test.each(['esm', 'cjs'] as const)(
    'does what the compiled schema does, where no code may be generated (%s)',
    async (format) => {
      const names = Object.keys(schemas);
      const main = generated.write(
        'main.ts',
        `${names.map((name) => `import * as ${name} from './${name}.js';\n`).join('')}
const texts = ${JSON.stringify(TEXTS)};
console.log(JSON.stringify([${names.join(', ')}].map(({ parse }) => texts.map((text) => parse(text)))));\n`,
      );
      const { code } = await bundle(main, { format, built: true, external: ['node:*'] });
      const file = generated.write(`main.${format === 'esm' ? 'mjs' : 'cjs'}`, code);
      const { stdout, stderr } = spawnSync(process.execPath, ['--disallow-code-generation-from-strings', file], {
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      const here = Object.values(schemas).map((schema) => TEXTS.map((text) => compile<unknown>(schema).parse(text)));
      expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(here)));
    },
  );

  test('weighs less than 12 kB to decode with, without Zod', async () => {
    generated.write(
      'small.ts',
      toModule(compile(Invoice), { name: 'small', import: { from: './invoice.js', export: 'Invoice' } }),
    );
    const main = generated.write('small.main.ts', "import { format, parse } from './small.js';\nconsole.log(format, parse);\n");
    const { code, files } = await bundle(main, { built: true, external: ['./invoice.js'] });
    expect(gzipSync(code, { level: 9 }).length).toBeLessThan(12 * 1024);
    expect(files.filter((file) => file.startsWith('node_modules/') && !file.includes('generated-'))).toEqual([]);
  });
});
