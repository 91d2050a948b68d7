import { describe, expect, test } from 'vitest';
import { github as asGithub } from '../../cli/report/github.js';
import { junit } from '../../cli/report/junit.js';
import { prefixFor } from '../../cli/report/page.js';
import type { Finding, Report } from '../../cli/report/report.js';
import { sarif as asSarif } from '../../cli/report/sarif.js';
import { uriOf } from '../../cli/report/uri.js';
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
const github = (of: Report, prefix = '') => asGithub(of, { prefix });
const sarif = (of: Report, prefix = '') => asSarif(of, { prefix });
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
    ]);
    expect(new Set(run.results.map((one: { partialFingerprints: object }) => JSON.stringify(one.partialFingerprints))).size).toBe(
      2,
    );
  });

  test('what has no file is a notification of the run', () => {
    const [run] = JSON.parse(sarif(report(finding({ rule: 'x', file: null, line: null, column: null, severity: 'info' })))).runs;
    expect(run.results).toEqual([]);
    expect(run.invocations[0].toolExecutionNotifications).toMatchObject([
      {
        descriptor: { id: 'x', index: 0 },
        level: 'note',
        message: { text: expect.stringContaining('Mend it.') },
        locations: [{ logicalLocations: [{ fullyQualifiedName: 'src/a b.json /properties/a' }] }],
      },
    ]);
  });

  test('a rule has what code scanning shows of it', () => {
    const [run] = JSON.parse(sarif(report(finding({}), finding({ rule: 'module-threw', help: 'Run it.' })))).runs;
    expect(run.tool.driver.rules).toMatchObject([
      {
        id: 'enum-capitals',
        shortDescription: { text: expect.stringMatching(/\.$/) },
        help: { text: expect.stringMatching(/\n(documented|observed|assumed): /) },
        defaultConfiguration: { level: 'warning' },
        properties: { tags: ['answers'] },
      },
      { id: 'module-threw', shortDescription: { text: 'Module threw.' }, help: { text: 'Run it.' } },
    ]);
  });
});

describe('places as seen from the repository', () => {
  test.each([
    ['src/a b.json', 'src/a%20b.json'],
    ['src/naïve–日本.ts', 'src/na%C3%AFve%E2%80%93%E6%97%A5%E6%9C%AC.ts'],
    ['a#b?c%d.ts', 'a%23b%3Fc%25d.ts'],
    ['a:b.ts', 'a%3Ab.ts'],
    ['back\\slash.ts', 'back%5Cslash.ts'],
    ['half\ud800.ts', 'half%EF%BF%BD.ts'],
    ['/other place/a.ts', 'file:///other%20place/a.ts'],
    ['C:/other place/a.ts', 'file:///C:/other%20place/a.ts'],
  ])('%s', (file, uri) => {
    expect(uriOf(file)).toBe(uri);
  });

  test('annotations and SARIF name files from the root that CI checked out', () => {
    expect(github(report(finding({})), 'packages/one/')).toContain('file=packages/one/src/a b.json,');
    expect(sarif(report(finding({})), 'packages/one/')).toContain('"uri": "packages/one/src/a%20b.json"');
    expect(github(report(finding({ file: '/other/a.ts' })), 'packages/one/')).toContain('file=/other/a.ts,');
    expect(prefixFor('/w/repo/packages/one', { GITHUB_WORKSPACE: '/w/repo' })).toBe('packages/one/');
    expect(prefixFor('/w/repo', { GITHUB_WORKSPACE: '/w/repo' })).toBe('');
    expect(prefixFor('/elsewhere', { GITHUB_WORKSPACE: '/w/repo' })).toBe('');
    expect(prefixFor('/w/repo/packages', {})).toBe('');
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
