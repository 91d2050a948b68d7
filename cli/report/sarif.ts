import { version } from '../package.js';
import type { Finding, Report } from './report.js';

const LEVELS: Record<Finding['severity'], string> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0 (OASIS), as code scanning of GitHub and others take it. */
export function sarif({ command, exit, findings }: Report): string {
  const ids = [...new Set(findings.map(({ rule }) => rule))];
  const document = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'bascule', version: version(), rules: ids.map((id) => ({ id, ...about(findings, id) })) },
        },
        invocations: [{ commandLine: `bascule ${command}`, exitCode: exit, executionSuccessful: exit < 2 }],
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => result(finding, ids.indexOf(finding.rule), command)),
      },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** What to do is said once for each rule, in the words of its first finding. */
function about(findings: readonly Finding[], id: string) {
  const first = findings.find(({ rule }) => rule === id);
  return first === undefined ? {} : { help: { text: first.help } };
}

function result(finding: Finding, ruleIndex: number, ran: string) {
  const { severity, rule, command = ran, file, line, column, address, path, message, help } = finding;
  const name = [address, path].filter((part) => part !== '').join(' ');
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: `${message} ${help}` },
    locations: [
      {
        ...(file !== null && {
          physicalLocation: {
            artifactLocation: { uri: encodeURI(file) },
            // Code scanning shows what has no region nowhere.
            region: { startLine: line ?? 1, ...(line !== null && column !== null && { startColumn: column }) },
          },
        }),
        ...(name !== '' && { logicalLocations: [{ fullyQualifiedName: name }] }),
      },
    ],
    // The same finding on another line is still the same.
    partialFingerprints: { 'finding/v1': `${rule} ${name}` },
    properties: { command },
  };
}
