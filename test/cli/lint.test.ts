import { describe, expect, test } from 'vitest';
import { rules } from '../../src/lint/rules/index.js';
import { flat, project } from './harness.js';

const SCHEMAS = `import { z } from 'zod';
export const Answer = z.object({ reasoning: z.string(), state: z.enum(['open', 'Open']) });
export const Fine = z.object({ total: z.number().describe('In euros.') });
`;
const CARD =
  '{\n  "type": "object",\n  "properties": {\n    "mail": { "enum": ["ann@example.com"] }\n  },\n  "additionalProperties": false\n}';
const made = project({
  'src/answer.ts': SCHEMAS,
  'card.json': CARD,
  'bad.json': '{ "type": "object", "properties": { "a": { "$ref": "https://example.com/x" } } }',
  'throws.ts': 'throw new Error("not today");',
});

describe('lint', () => {
  test('findings with their rule, and their place where it is known', async () => {
    const { report } = await made.json(['lint', 'src/answer.ts', 'card.json']);
    expect(report.exit).toBe(0);
    expect(
      report.findings
        .filter(({ severity }) => severity !== 'info')
        .map(({ file, line, column, severity, rule, path }) => [file, line, column, severity, rule, path]),
    ).toEqual([
      ['src/answer.ts', 2, 57, 'warning', 'enum-capitals', '/properties/state'],
      ['src/answer.ts', 2, 34, 'warning', 'reasoning-field', '/properties/reasoning'],
      ['card.json', 4, 5, 'warning', 'personal-data', '/properties/mail'],
    ]);
  });

  test('for people', async () => {
    const { code, stdout, stderr } = await made.run(['lint', 'src/answer.ts']);
    expect([code, stderr]).toEqual([0, '']);
    expect(flat(stdout)).toMatch(/warning reasoning-field .*may be refused as reasoning extraction/);
    expect(flat(stdout)).toMatch(/2 schemas: 2 warnings, \d+ notes? \(--verbose shows them\)\.$/);
  });

  test('an error is exit 1; warnings are where there are more than are allowed', async () => {
    expect((await made.run(['lint', 'bad.json'])).code).toBe(1);
    expect((await made.run(['lint', 'src/answer.ts', '--max-warnings', '2'])).code).toBe(0);
    const { code, stdout } = await made.run(['lint', 'src/answer.ts', '--max-warnings', '1']);
    expect(code).toBe(1);
    expect(flat(stdout)).toMatch(/more than the 1 warning that --max-warnings allows/);
  });

  test('levels of the command line go before those of the configuration', async () => {
    const config = JSON.stringify({ rules: { 'reasoning-field': 'off', 'enum-capitals': 'error' } });
    const own = project({ 'src/answer.ts': SCHEMAS, 'bascule.config.json': config });
    expect((await own.run(['lint', 'src/answer.ts#Answer'])).code).toBe(1);
    const { report } = await own.json(['lint', 'src/answer.ts#Answer', '--rule', 'enum-capitals=info,undescribed=off']);
    expect(report.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['enum-capitals', 'info']]);
  });

  test('levels given one by one all count', async () => {
    const { report } = await made.json([
      'lint',
      'src/answer.ts#Answer',
      '--rule',
      'reasoning-field=off',
      '--rule',
      'enum-capitals=off',
    ]);
    expect(report.findings.map(({ rule }) => rule)).not.toEqual(expect.arrayContaining(['reasoning-field']));
    expect(report.findings.map(({ rule }) => rule)).not.toEqual(expect.arrayContaining(['enum-capitals']));
  });

  test('overrides set levels for the files of a glob, the later ones before the earlier', async () => {
    const own = project({
      'src/answer.ts': SCHEMAS,
      'src/old/answer.ts': SCHEMAS,
      'src/old/kept/answer.ts': SCHEMAS,
      'conf/bascule.config.json': JSON.stringify({
        rules: { undescribed: 'off', 'only-checked': 'off' },
        overrides: [
          { files: ['../src/old'], rules: { 'reasoning-field': 'off', 'enum-capitals': 'error' } },
          { files: ['../src/**/*.ts', '!../src/answer.ts', '!../src/old/answer.ts'], rules: { 'enum-capitals': 'info' } },
        ],
      }),
    });
    const argv = ['lint', 'src/**/*.ts#Answer', '--config', 'conf/bascule.config.json'];
    const levels = async (...more: string[]) =>
      (await own.json([...argv, ...more])).report.findings.map(({ file, rule, severity }) => `${file} ${rule} ${severity}`);
    expect(await levels()).toEqual([
      'src/answer.ts enum-capitals warning',
      'src/answer.ts reasoning-field warning',
      'src/old/answer.ts enum-capitals error',
      'src/old/kept/answer.ts enum-capitals info',
    ]);
    expect(await levels('--rule', 'enum-capitals=off,reasoning-field=off')).toEqual([]);
  });

  test.each([
    [{ rules: { 'reasoning-feild': 'off' } }, /There is no rule "reasoning-feild", which "overrides\[0\]\.rules"/],
    [{ rules: { 'reasoning-field': 'loud' } }, /"overrides\[0\]\.rules\.reasoning-field" is not right: it is "loud"/],
  ])('an override of %j', async (override, words) => {
    const own = project({
      'card.json': CARD,
      'bascule.config.json': JSON.stringify({ overrides: [{ files: ['card.json'], ...override }] }),
    });
    const { code, stderr } = await own.run(['lint', 'card.json']);
    expect(code).toBe(2);
    expect(flat(stderr)).toMatch(words);
  });

  test('overrides set the target, under what an entry says', async () => {
    const own = project({
      'a.json': CARD,
      'b.json': CARD,
      'bascule.config.ts': `import { claude } from 'bascule';
const other = { ...claude, name: 'other' };
export default {
  schemas: ['a.json', { address: 'b.json', target: 'claude' }],
  overrides: [{ files: ['*.json'], target: other }],
};`,
    });
    const { report } = await own.json(['explain']);
    expect(report.schemas).toMatchObject([
      { name: 'a', target: { name: 'other' } },
      { name: 'b', target: { name: 'claude' } },
    ]);
  });

  test('a failed load is never clean, and does not hide the others', async () => {
    const { report } = await made.json(['lint', 'throws.ts', 'nope.json', 'card.json']);
    expect(report.exit).toBe(2);
    expect(report.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['personal-data']));
    expect(report.findings.filter(({ severity }) => severity === 'error')).toHaveLength(2);
  });

  test.each([
    [['--rule', 'reasoning-feild=off'], /There is no rule "reasoning-feild".* Did you mean "?reasoning-field/],
    [['--rule', 'reasoning-field=loud'], /has no level "loud"/],
    [['--rule', 'reasoning-field'], /names no level/],
    [['--max-warnings', 'few'], /needs a whole number/],
  ])('%j', async (argv, words) => {
    const { code, stderr } = await made.run(['lint', 'card.json', ...argv]);
    expect(code).toBe(2);
    expect(flat(stderr)).toMatch(words);
  });

  test.each(rules.map(({ id }) => ({ id })))('explain $id', async ({ id }) => {
    const { code, stdout } = await made.run(['explain', id]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^${id}  `));
    expect(stdout).toMatch(/(documented|observed|assumed): /);
  });
});
