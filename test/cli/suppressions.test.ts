import { describe, expect, test } from 'vitest';
import { flat, project } from './harness.js';

const made = project({});

async function lint(files: Record<string, string>, ...argv: string[]) {
  for (const [name, text] of Object.entries(files)) made.write(name, text);
  const addresses = argv.some((each) => !each.startsWith('-') && each.includes('.')) ? [] : Object.keys(files);
  const { report } = await made.json(['lint', ...addresses, '--rule', 'undescribed=off,only-checked=off', ...argv]);
  return {
    exit: report.exit,
    suppressed: (report as unknown as { suppressed: number }).suppressed,
    findings: report.findings.map(({ rule, line, message }) => [rule, line, message]),
    rules: report.findings.map(({ rule, line }) => `${rule} ${line}`),
  };
}

const module = (body: string) => ({ 'a.ts': `import { z } from 'zod';\n${body}\n` });

describe('in a module', () => {
  test('beside the code, and on the line before it', async () => {
    const { rules, suppressed } = await lint(
      module(`export const A = z.object({
  reasoning: z.string(), // bascule-ignore reasoning-field: the prompt asks for a summary
  // bascule-ignore enum-capitals: they are two brands

  /* another comment */
  brand: z.enum(['Next', 'NEXT']),
  thinking: z.string(),
});`),
    );
    expect(rules).toEqual(['reasoning-field 8']);
    expect(suppressed).toBe(2);
  });

  test('several rules, and comments of several lines', async () => {
    const { rules, suppressed } = await lint(
      module(`export const A = z.object({
  /**
   * Whose brand it is.
   * bascule-ignore enum-capitals, reasoning-field: they are two brands
   */
  reasoning: z.enum(['Next', 'NEXT']),
});`),
    );
    expect(rules).toEqual([]);
    expect(suppressed).toBe(2);
  });

  test('for one schema, and for the file', async () => {
    const body = (scope: string, other: string) => `${other}
// bascule-ignore-${scope} reasoning-field: it is what we sell
export const A = z.object({ reasoning: z.string(), inner: z.object({ thinking: z.string() }) });
export const B = z.object({
  thinking: z.string() });`;
    expect((await lint(module(body('schema', '')))).rules).toEqual(['reasoning-field 6']);
    expect((await lint(module(body('file', '')))).rules).toEqual([]);
  });

  test('one that names another rule, or stands elsewhere, passes over nothing', async () => {
    const { rules } = await lint(
      module(`// bascule-ignore reasoning-field: too far away
const unrelated = 1;
export const A = z.object({
  // bascule-ignore enum-capitals: wrong rule
  reasoning: z.string(),
});`),
    );
    expect(rules).toEqual(['reasoning-field 6', 'suppression 2', 'suppression 5']);
  });

  test('what is shared is told once, and suppressed where it is written', async () => {
    const shared = { 'part.ts': "import { z } from 'zod';\nexport const Part = z.object({\n  reasoning: z.string(),\n});\n" };
    const users = {
      'one.ts': "import { z } from 'zod';\nimport { Part } from './part.js';\nexport const One = z.object({ part: Part });\n",
    };
    made.write('part.ts', shared['part.ts']);
    made.write('one.ts', users['one.ts']);
    const { report } = await made.json(['lint', 'one.ts', 'part.ts', '--rule', 'undescribed=off']);
    const found = report.findings.filter(({ rule }) => rule === 'reasoning-field');
    expect(found).toMatchObject([{ file: 'part.ts', line: 3, address: 'one.ts#One', also: ['part.ts#Part'] }]);
    const { stdout } = await made.run(['lint', 'one.ts', 'part.ts']);
    expect(flat(stdout)).toContain('Also in part.ts#Part.');
    made.write('part.ts', shared['part.ts'].replace('string(),', 'string(), // bascule-ignore reasoning-field: agreed'));
    const { report: after } = await made.json(['lint', 'one.ts', '--rule', 'undescribed=off']);
    expect(after.findings.map(({ rule }) => rule)).toEqual([]);
  });
});

describe('in JSON', () => {
  const schema = (root: object, inner: object) =>
    JSON.stringify(
      {
        type: 'object',
        ...root,
        properties: { reasoning: { type: 'string', ...inner }, thinking: { type: 'string' } },
        additionalProperties: false,
      },
      null,
      2,
    );

  test('at its node alone', async () => {
    const { rules, suppressed } = await lint({
      'a.json': schema({}, { $comment: 'bascule-ignore reasoning-field: the prompt asks for a summary' }),
    });
    expect(rules).toEqual(['reasoning-field 8']);
    expect(suppressed).toBe(1);
    expect((await lint({ 'a.json': schema({ $comment: 'bascule-ignore reasoning-field: not here' }, {}) })).rules).toEqual([
      'reasoning-field 5',
      'reasoning-field 8',
      'suppression 3',
    ]);
  });

  test.each(['schema', 'file'])('for the %s', async (scope) => {
    const { rules, suppressed } = await lint({
      'a.json': schema({ $comment: `bascule-ignore-${scope} reasoning-field: it is what we sell` }, {}),
    });
    expect(rules).toEqual([]);
    expect(suppressed).toBe(2);
  });
});

describe('suppressions that nobody can account for are findings', () => {
  const around = (comment: string) => module(`export const A = z.object({\n  // ${comment}\n  reasoning: z.string(),\n});`);

  test.each([
    ['without a reason', 'bascule-ignore reasoning-field', ['suppression', 3, /gives no reason/]],
    ['without a rule', 'bascule-ignore: because', ['suppression', 3, /names no rule/]],
    [
      'of a rule there is not',
      'bascule-ignore reasoning-feild: because',
      ['suppression', 3, /There is no rule "reasoning-feild"/],
    ],
    ['of nothing', 'bascule-ignore risky-pattern: because', ['suppression', 3, /risky-pattern finds nothing here any more/]],
  ] as const)('%s', async (_name, comment, [rule, line, words]) => {
    const { findings } = await lint(around(comment));
    const about = findings.filter(([id]) => id === 'suppression');
    expect(about).toEqual([[rule, line, expect.stringMatching(words)]]);
  });

  test('but not where the rule is off, or only a part of the file was asked for', async () => {
    const files = around('bascule-ignore reasoning-field: agreed');
    expect((await lint(files, '--rule', 'reasoning-field=off')).rules).toEqual([]);
    const two = module(
      'export const A = z.object({ a: z.string() });\nexport const B = z.object({\n  reasoning: z.string(), // bascule-ignore reasoning-field: agreed\n});',
    );
    expect((await lint(two, 'a.ts#A')).rules).toEqual([]);
    expect((await lint(two, 'a.ts#B')).rules).toEqual([]);
  });

  test('their own level can be set', async () => {
    const files = around('bascule-ignore reasoning-field');
    expect((await lint(files, '--rule', 'suppression=off')).rules).toEqual([]);
    expect((await lint(files, '--rule', 'suppression=error')).exit).toBe(1);
  });
});

test('a word that only looks like it is none', async () => {
  const { rules } = await lint(
    module('// about bascule-ignored things, and bascule-ignore-line\nexport const A = z.object({ a: z.string() });'),
  );
  expect(rules).toEqual([]);
});
