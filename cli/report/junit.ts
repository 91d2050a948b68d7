import type { Finding, Report } from './report.js';

/** JUnit XML, as CI servers take it: a suite of the run, or of each part of it; a case for each finding, which fails unless it is a note. */
export function junit(report: Report): string {
  const suites = (report.parts ?? [report]).map(testSuite);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('\n')}\n</testsuites>\n`;
}

function testSuite({ command, findings }: Pick<Report, 'command' | 'findings'>): string {
  const failures = findings.filter(({ severity }) => severity !== 'info').length;
  const cases = findings.length === 0 ? ['    <testcase name="no findings" classname="bascule"/>'] : findings.map(testCase);
  const suite = `name="bascule ${escaped(command)}" tests="${cases.length}" failures="${failures}" errors="0"`;
  return `  <testsuite ${suite}>\n${cases.join('\n')}\n  </testsuite>`;
}

function testCase({ severity, rule, file, line, column, address, path, message, help }: Finding): string {
  const name = [rule, path].filter((part) => part !== '').join(' ');
  const place = [file, line, column].filter((part) => part !== null).join(':');
  const attributes = `name="${escaped(name)}" classname="${escaped(address || 'bascule')}"${file === null ? '' : ` file="${escaped(file)}"`}`;
  const text = escaped([place, message, help].filter((part) => part !== '').join('\n'));
  return severity === 'info'
    ? `    <testcase ${attributes}>\n      <system-out>${text}</system-out>\n    </testcase>`
    : `    <testcase ${attributes}>\n      <failure type="${severity}" message="${escaped(message)}">${text}</failure>\n    </testcase>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** XML has no form for most control characters, nor for halves of characters. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (character) => ESCAPES[character] as string);
}
