import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Compiled } from '../../src/compiled.js';
import { toModule } from '../../src/emit/module.js';
import { compile } from '../../src/index.js';
import type { Json } from '../../src/ir/json.js';
import { generatedCase } from '../support/cases.js';
import { schemaCase } from '../support/generate/json-schema/index.js';
import { isJson } from '../support/same.js';
import { runs, SEED } from '../support/seed.js';
import { encodings } from './complete.js';

type Emitted = Pick<Compiled, 'decode' | 'encode' | 'parse' | 'wire' | 'fingerprint'>;

const folder = mkdtempSync(path.join(tmpdir(), 'bascule-modules-'));
const source = (name: string): string => fileURLToPath(new URL(`../../src/${name}.ts`, import.meta.url));
let count = 0;

afterAll(() => rmSync(folder, { recursive: true }));

/** The module that is written for a schema, loaded. */
async function emitted(compiled: Compiled, name = 'thing'): Promise<Emitted> {
  const code = toModule(compiled, { name });
  const file = path.join(folder, `module-${count++}.ts`);
  writeFileSync(
    file,
    code.replace(/'bascule\/(runtime|standalone)'/g, (_, entry: string) => JSON.stringify(source(entry))),
  );
  return (await import(file)) as Emitted;
}

/** Text that ends a string, a template, a comment, a regular expression or a line in some language of the emitted file. */
const BREAKOUTS = [
  '*/ globalThis.broken = 1; /*',
  "'; globalThis.broken = 1; '",
  '"; globalThis.broken = 1; "',
  '`; globalThis.broken = 1; `',
  '$' + '{globalThis.broken = 1}',
  '\\',
  "\\'; globalThis.broken = 1; //",
  '\n globalThis.broken = 1;',
  '\u2028 globalThis.broken = 1;',
  '</script><script>globalThis.broken = 1</script>',
  '__proto__',
  '"] ; globalThis.broken = 1; ["',
  '// @ts-nocheck',
  '/(?:globalThis.broken = 1)/',
];

function schemaWith(text: string): Json {
  return {
    title: text,
    description: text,
    $comment: text,
    type: 'object',
    properties: Object.fromEntries([
      [text, { type: 'string', description: text, default: text, examples: [text] }],
      ['fixed', { const: text }],
      ['listed', { enum: [text, 'other', { [text]: 1 }] }],
      ['ref', { $ref: `#/$defs/${encodeURIComponent(text.replace(/~/g, '~0').replace(/\//g, '~1'))}` }],
      ['record', { type: 'object', additionalProperties: { type: 'number' } }],
      [
        'kinds',
        {
          anyOf: [
            { type: 'object', properties: { a: { const: text } }, required: ['a'] },
            { type: 'array', items: { type: 'string' } },
          ],
        },
      ],
    ]),
    required: ['fixed'],
    [`x-${text}`]: text,
    $defs: Object.fromEntries([[text, { type: 'object', properties: { a: { type: 'string' } } }]]),
  };
}

describe('nothing in a schema breaks out of the module that is written for it', () => {
  for (const text of BREAKOUTS) {
    test(JSON.stringify(text), async () => {
      const compiled = compile<unknown>(schemaWith(text));
      const module = await emitted(compiled, text);
      expect((globalThis as { broken?: unknown }).broken).toBeUndefined();
      const value = { fixed: text, listed: text, record: Object.fromEntries([[text, 1]]), kinds: { a: text }, ref: { a: text } };
      expect(module.wire).toEqual(compiled.wire);
      expect(module.decode(module.encode(value)).value).toEqual(value);
      expect((globalThis as { broken?: unknown }).broken).toBeUndefined();
    });
  }
});

test('the module answers as the compiler does', { timeout: 120_000 }, async () => {
  for (const made of fc.sample(schemaCase({ depth: 2 }), { numRuns: runs(40), seed: SEED })) {
    const one = generatedCase(made);
    if (one === undefined || one.values.length === 0) continue;
    const compiled = compile<unknown>(one.schema());
    const module = await emitted(compiled);
    expect(module.fingerprint).toBe(compiled.fingerprint);
    for (const { value, wire } of encodings(one, compiled, true)) expect(module.encode(value)).toEqual(wire);
    for (const input of [...one.values, ...one.others].filter(isJson)) {
      const [theirs, ours] = [module.decode(input), compiled.decode(input)];
      expect(theirs.issues === undefined, JSON.stringify({ schema: made.schema, input, theirs })).toBe(ours.issues === undefined);
      if (ours.issues === undefined) expect(theirs).toEqual(ours);
    }
  }
});
