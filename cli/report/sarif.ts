import { version } from '../package.js';
import { inRepository, type Page } from './page.js';
import type { Finding, Report } from './report.js';
import { descriptor } from './sarif-rules.js';
import { uriOf } from './uri.js';

const LEVELS: Record<Finding['severity'], string> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * SARIF 2.1.0 (OASIS), as code scanning of GitHub and others take it. What has no file is a notification of the run:
 * code scanning refuses a whole report for one result without a place in a file.
 */
export function sarif({ command, exit, findings }: Report, { prefix }: Pick<Page, 'prefix'>): string {
  const ids = [...new Set(findings.map(({ rule }) => rule))];
  const placed = findings.filter(({ file }) => file !== null);
  const others = findings.filter(({ file }) => file === null);
  const document = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'bascule', version: version(), rules: ids.map((id) => descriptor(id, findings)) } },
        invocations: [
          {
            commandLine: `bascule ${command}`.trimEnd(),
            exitCode: exit,
            executionSuccessful: exit < 2,
            toolExecutionNotifications: others.map((finding) => notification(finding, ids.indexOf(finding.rule), command)),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: placed.map((finding) => result(finding, ids.indexOf(finding.rule), command, prefix)),
      },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function result(finding: Finding, ruleIndex: number, ran: string, prefix: string) {
  const { severity, rule, command = ran, file, line, column, message, help } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: `${message} ${help}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(inRepository(file ?? '', prefix)) },
          // Code scanning shows what has no region nowhere.
          region: { startLine: line ?? 1, ...(line !== null && column !== null && { startColumn: column }) },
        },
        ...logical(finding),
      },
    ],
    // The same finding on another line is still the same.
    partialFingerprints: { 'finding/v1': `${rule} ${nameOf(finding)}` },
    properties: { command },
  };
}

function notification(finding: Finding, index: number, ran: string) {
  const { severity, rule, command = ran, message, help } = finding;
  return {
    descriptor: { id: rule, index },
    level: LEVELS[severity],
    message: { text: `${message} ${help}` },
    ...(nameOf(finding) !== '' && { locations: [logical(finding)] }),
    properties: { command },
  };
}

function logical(finding: Finding) {
  const name = nameOf(finding);
  return name === '' ? {} : { logicalLocations: [{ fullyQualifiedName: name }] };
}

function nameOf({ address, path }: Finding): string {
  return [address, path].filter((part) => part !== '').join(' ');
}
