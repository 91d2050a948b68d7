import { describe, expect, test } from 'vitest';
import { flat, ITEM, project } from './harness.js';

const ANSWER = `import { appendFileSync } from 'node:fs';
import { z } from 'zod';
appendFileSync(new URL('./loads.txt', import.meta.url), 'x');
export const Answer = z.object({ reasoning: z.string() });
`;
const FILES = {
  'src/answer.ts': ANSWER,
  'src/item.json': ITEM,
  'bascule.config.json': JSON.stringify({ schemas: ['src'], out: 'gen', emit: 'json', rules: { undescribed: 'off' } }),
};
const REFUSED = '{ "type": "object", "properties": { "a": { "$ref": "https://example.com/x" } } }';
const of = (report: { findings: readonly { command?: unknown; rule: string }[] }) =>
  report.findings.map(({ command, rule }) => `${command} ${rule}`);

describe('check', () => {
  test('lints, and finds artifacts missing, then up to date, then stale, then left over', async () => {
    const made = project(FILES);
    const first = await made.json(['check']);
    expect([first.code, of(first.report)]).toEqual([
      1,
      ['lint reasoning-field', 'lint only-checked', 'compile missing-artifact', 'compile missing-artifact'],
    ]);
    expect(first.report.findings.at(-1)).toMatchObject({
      file: 'src/item.json',
      address: 'src/item.json',
      severity: 'error',
      message: 'The artifact gen/item.bascule.json is missing: it was never written.',
    });
    await made.run(['compile']);
    const second = await made.json(['check']);
    expect([second.code, of(second.report)]).toEqual([0, ['lint reasoning-field', 'lint only-checked']]);
    made.write('src/item.json', '{ "type": "object", "properties": {}, "additionalProperties": false }');
    made.write('gen/gone.bascule.json', made.read('gen/item.bascule.json'));
    const third = await made.json(['check']);
    expect([third.code, of(third.report)]).toEqual([
      1,
      ['lint reasoning-field', 'compile stale-artifact', 'compile left-over-artifact'],
    ]);
    expect(third.report.findings.map(({ file }) => file)).toEqual([
      'src/answer.ts',
      'gen/item.bascule.json',
      'gen/gone.bascule.json',
    ]);
  });

  test('loads the modules once for all parts', async () => {
    const made = project(FILES);
    await made.run(['check']);
    expect(made.read('src/loads.txt')).toBe('x');
  });

  test('without a folder for artifacts it only lints', async () => {
    const made = project({ 'item.json': ITEM });
    const { code, report } = await made.json(['check', 'item.json']);
    expect([code, report.artifacts, of(report)]).toEqual([0, undefined, ['lint only-checked', 'lint undescribed']]);
  });

  test('the gravest exit code of all; what one part told, and what could not be loaded, is told once', async () => {
    const made = project({ ...FILES, 'src/refused.json': REFUSED, 'src/throws.ts': 'throw new Error("not today");' });
    const { code, report } = await made.json(['check']);
    expect(code).toBe(2);
    expect(of(report).filter((each) => /refused|external-ref|threw/.test(each))).toEqual(['check module-threw', 'lint refused']);
    expect(report).toMatchObject({
      exit: 2,
      parts: [
        { command: 'lint', exit: 2 },
        { command: 'compile', exit: 2 },
      ],
    });
  });

  test('a schema whose refusal is off for lint cannot be compiled all the same', async () => {
    const made = project({ ...FILES, 'src/refused.json': REFUSED });
    await made.run(['compile']);
    const { code, report } = await made.json(['check', '--rule', 'refused=off']);
    expect([code, of(report).slice(2)]).toEqual([1, ['compile external-ref']]);
  });

  test('for people: a section for each part, and a last line that says what failed', async () => {
    const made = project(FILES);
    const { code, stdout, stderr } = await made.run(['check']);
    expect([code, stderr]).toEqual([1, '']);
    expect(flat(stdout)).toMatch(
      /^lint warning reasoning-field .* 2 schemas: 1 warning, .* compile error missing-artifact .* 2 missing\. .* Not well: compile\.$/,
    );
    await made.run(['compile']);
    expect(flat((await made.run(['check'])).stdout)).toMatch(/ compile 2 up to date\. Checked: lint, compile\. All is well\.$/);
  });

  test('--max-warnings and --rule are those of lint', async () => {
    const made = project({ ...FILES, 'bascule.config.json': '{ "schemas": ["src"] }' });
    expect((await made.run(['check', '--max-warnings', '0'])).code).toBe(1);
    expect((await made.run(['check', '--max-warnings', '0', '--rule', 'reasoning-field=info'])).code).toBe(0);
    expect((await made.run(['check', '--rule', 'nope=info'])).code).toBe(2);
  });

  test('junit has a suite for each part; github and sarif name the command', async () => {
    const made = project(FILES);
    const as = async (format: string) => (await made.run(['check', '--format', format])).stdout;
    expect((await as('junit')).match(/<testsuite name="[^"]*"/g)).toEqual([
      '<testsuite name="bascule lint"',
      '<testsuite name="bascule compile"',
    ]);
    expect(await as('github')).toContain('title=bascule compile%3A missing-artifact::src/item.json: The artifact');
    const [run] = JSON.parse(await as('sarif')).runs;
    expect(run.results.map(({ properties }: { properties: { command: string } }) => properties.command)).toEqual([
      'lint',
      'lint',
      'compile',
      'compile',
    ]);
  });
});
