import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.js';
import { flat, project } from './harness.js';

const made = project({});

/** Fixes, then expects that nothing is left to fix and that what the file says is what it said. */
async function fixed(name: string, text: string): Promise<string> {
  made.write(name, text);
  const { report } = await made.json(['lint', name, '--fix']);
  expect(report.exit).toBe(0);
  const after = made.read(name);
  const { report: again } = await made.json(['lint', name, '--fix']);
  expect(again).toMatchObject({ fixed: 0, files: [] });
  expect(made.read(name)).toBe(after);
  return after;
}

describe('JSON', () => {
  test('what is open by silence is closed, as it is indented', async () => {
    const before =
      '{\n    "type": "object",\n    "properties": {\n        "a": { "type": "object", "properties": { "b": { "type": "null" } } }\n    }\n}\n';
    const after = await fixed('a.json', before);
    expect(JSON.parse(after)).toEqual({
      type: 'object',
      properties: { a: { type: 'object', properties: { b: { type: 'null' } }, additionalProperties: false } },
      additionalProperties: false,
    });
    expect(after).toContain('\n    "additionalProperties": false\n}');
    expect(compile(JSON.parse(after) as object).fingerprint).toBe(compile(JSON.parse(before) as object).fingerprint);
  });

  test('required properties first', async () => {
    const schema = {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'number' }, c: { type: 'null' }, d: { type: 'boolean' } },
      required: ['b', 'd'],
      additionalProperties: false,
    };
    const after = await fixed('order.json', JSON.stringify(schema, null, 2));
    expect(JSON.parse(after)).toEqual(schema);
    expect(Object.keys((JSON.parse(after) as typeof schema).properties)).toEqual(['b', 'd', 'a', 'c']);
  });

  test('a suppression that does nothing any more goes', async () => {
    const schema = {
      type: 'object',
      $comment: 'bascule-ignore risky-pattern: was needed',
      properties: {},
      additionalProperties: false,
    };
    expect(JSON.parse(await fixed('idle.json', JSON.stringify(schema)))).toEqual({
      type: 'object',
      properties: {},
      additionalProperties: false,
    });
  });

  test('what is suppressed is not fixed', async () => {
    const schema =
      '{ "type": "object", "$comment": "bascule-ignore open-object: others read it too", "properties": { "a": { "type": "null" } } }';
    expect(await fixed('kept.json', schema)).toBe(schema);
  });

  test('comments stay', async () => {
    const after = await fixed(
      'c.jsonc',
      '{\n  // the root\n  "type": "object",\n  "properties": { "a": { "type": "null" } } // none\n}\n',
    );
    expect(after).toContain('// the root');
    expect(after).toContain('// none');
    expect(after).toContain('"additionalProperties": false');
  });
});

describe('modules', () => {
  test('Zod: required properties first', async () => {
    const after = await fixed(
      'zod.ts',
      "import { z } from 'zod';\nexport const A = z\n  .object({\n    a: z.string().optional(),\n    b: z.number(),\n    inner: z.object({ x: z.string().optional(), y: z.object({ z: z.string() }) }),\n  })\n  .strict();\n",
    );
    expect(after).toBe(
      "import { z } from 'zod';\nexport const A = z\n  .object({\n    b: z.number(),\n    inner: z.object({ y: z.object({ z: z.string() }), x: z.string().optional() }),\n    a: z.string().optional(),\n  })\n  .strict();\n",
    );
  });

  test('TypeBox and plain objects: closed', async () => {
    const after = await fixed(
      'others.ts',
      "import { Type } from '@sinclair/typebox';\nexport const A = Type.Object({\n  a: Type.Object({ b: Type.String() }, { description: 'd' }),\n});\nexport const B = {\n  type: 'object',\n  properties: { a: { type: 'object', properties: { b: { type: 'null' } } } },\n} as const;\n",
    );
    expect(after).toBe(
      "import { Type } from '@sinclair/typebox';\nexport const A = Type.Object({\n  a: Type.Object({ b: Type.String() }, { description: 'd', additionalProperties: false }),\n}, { additionalProperties: false });\nexport const B = {\n  type: 'object',\n  properties: { a: { type: 'object', properties: { b: { type: 'null' } }, additionalProperties: false } },\n  additionalProperties: false,\n} as const;\n",
    );
  });

  test.each([
    ['with a comment among its properties', '{\n  a: z.string().optional(), // the first\n  b: z.number(),\n}'],
    ['with a spread', '{\n  a: z.string().optional(),\n  ...{ b: z.number() },\n}'],
    ['with a method', '{\n  a: z.string().optional(),\n  get b() { return z.number(); },\n}'],
  ])('an object %s is left as it is', async (_name, literal) => {
    const text = `import { z } from 'zod';\nexport const A = z.object(${literal});\n`;
    expect(await fixed('left.ts', text)).toBe(text);
  });

  test('a suppression that does nothing any more goes, with its line', async () => {
    const after = await fixed(
      'idle.ts',
      "import { z } from 'zod';\n// bascule-ignore risky-pattern: was needed\nexport const A = z.object({ a: z.string() /* bascule-ignore risky-pattern: too */ });\n",
    );
    expect(after).toBe("import { z } from 'zod';\nexport const A = z.object({ a: z.string() });\n");
  });

  test('what is shared is fixed once, where it is written', async () => {
    made.write(
      'part.ts',
      "import { z } from 'zod';\nexport const Part = z.object({ a: z.string().optional(), b: z.number() });\n",
    );
    const user =
      "import { z } from 'zod';\nimport { Part } from './part.js';\nexport const One = z.object({ p: Part, q: z.object({ r: Part }) });\n";
    expect(await fixed('user.ts', user)).toBe(user);
    expect(made.read('part.ts')).toContain('{ b: z.number(), a: z.string().optional() }');
  });
});

test('says what it did', async () => {
  made.write('said.json', '{ "type": "object", "properties": { "a": { "type": "null" } } }');
  expect(flat((await made.run(['lint', 'said.json', '--fix'])).stdout)).toMatch(/^1 fix made in said\.json\. 1 schema/);
  expect(flat((await made.run(['lint', 'said.json', '--fix'])).stdout)).toMatch(/^0 fixes made\. 1 schema/);
});
