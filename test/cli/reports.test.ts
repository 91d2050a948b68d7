import { describe, expect, test } from 'vitest';
import { github } from '../../cli/report/github.js';
import { junit } from '../../cli/report/junit.js';
import type { Finding, Report } from '../../cli/report/report.js';
import { sarif } from '../../cli/report/sarif.js';
import { project } from './harness.js';

const finding = (more: Partial<Finding>): Finding => ({
  file: 'src/a b.json',
  line: 4,
  column: 5,
  severity: 'warning',
  rule: 'enum-capitals',
  code: 'enum-capitals',
  address: 'src/a b.json',
  path: '/properties/a',
  message: 'It is 100 % wrong:\n"a" & <b>.',
  help: 'Mend it.',
  ...more,
});
const report = (...findings: Finding[]): Report => ({ command: 'lint', exit: 1, findings, data: {}, pretty: () => '' });

describe('github', () => {
  test('an annotation for each finding, escaped', () => {
    expect(github(report(finding({})))).toBe(
      '::warning file=src/a b.json,line=4,col=5,title=bascule%3A enum-capitals::src/a b.json /properties/a: It is 100 %25 wrong:%0A"a" & <b>. Mend it.\n',
    );
    expect(github(report(finding({ severity: 'info', file: 'a,b:c', line: null, column: null, address: '', path: '' })))).toBe(
      '::notice file=a%2Cb%3Ac,title=bascule%3A enum-capitals::It is 100 %25 wrong:%0A"a" & <b>. Mend it.\n',
    );
    expect(github(report())).toBe('');
  });
});

describe('sarif', () => {
  test('rules once, results with their places', () => {
    const document = JSON.parse(
      sarif(
        report(
          finding({}),
          finding({ path: '/properties/b' }),
          finding({ rule: 'x', file: null, line: null, column: null, severity: 'info' }),
        ),
      ),
    );
    expect(document.version).toBe('2.1.0');
    const [run] = document.runs;
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['enum-capitals', 'x']);
    expect(run.results).toMatchObject([
      {
        ruleId: 'enum-capitals',
        ruleIndex: 0,
        level: 'warning',
        locations: [
          {
            physicalLocation: { artifactLocation: { uri: 'src/a%20b.json' }, region: { startLine: 4, startColumn: 5 } },
            logicalLocations: [{ fullyQualifiedName: 'src/a b.json /properties/a' }],
          },
        ],
      },
      { ruleIndex: 0 },
      { ruleIndex: 1, level: 'note' },
    ]);
    expect(run.results[2].locations[0]).not.toHaveProperty('physicalLocation');
    expect(new Set(run.results.map((one: { partialFingerprints: object }) => JSON.stringify(one.partialFingerprints))).size).toBe(
      3,
    );
  });
});

describe('junit', () => {
  test('a case for each finding, in well-formed XML', () => {
    const xml = junit(report(finding({ message: 'a "b" & <c>\u0000\ud800 d\'e' }), finding({ severity: 'info' })));
    expect(xml).toContain('<testsuite name="bascule lint" tests="2" failures="1" errors="0">');
    expect(xml).toContain('message="a &quot;b&quot; &amp; &lt;c&gt;\uFFFD\uFFFD d&apos;e"');
    expect(xml.match(/<testcase /g)).toHaveLength(2);
    expect(xml.match(/<failure /g)).toHaveLength(1);
    expect(junit(report())).toContain('tests="1" failures="0"');
  });
});

describe('by --format', () => {
  const made = project({
    'card.json': '{ "type": "object", "properties": { "cot": { "type": "string" } }, "additionalProperties": false }',
    'broken.json': '{',
  });

  test.each([
    ['github', /^::warning file=card\.json,line=1,col=\d+,title=bascule%3A reasoning-field::/m],
    ['sarif', /"ruleId": "reasoning-field"/],
    ['junit', /<testcase name="reasoning-field \/properties\/cot" classname="card\.json" file="card\.json">/],
  ])('%s', async (format, words) => {
    const { code, stdout, stderr } = await made.run(['lint', 'card.json', '--format', format]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(words);
  });

  test.each(['github', 'sarif', 'junit'])('%s tells a failed load, and of wrong usage too', async (format) => {
    const { code, stdout } = await made.run(['lint', 'broken.json', '--format', format]);
    expect(code).toBe(2);
    expect(stdout).toContain('is not valid JSON');
    expect((await made.run(['lint', '--frob', '--format', format])).stdout).toContain('There is no option --frob');
  });
});
