import { shown } from '../../report/failures.js';
import type { Finding } from '../../report/report.js';
import type { Outcome, Status } from './deliver.js';

const RULES: Partial<Record<Status, string>> = {
  missing: 'missing-artifact',
  stale: 'stale-artifact',
  'left-over': 'left-over-artifact',
};

export function isStale(rule: string): boolean {
  return Object.values(RULES).includes(rule);
}

/** An artifact that is not as it should be, as a finding; one that is not there yet stands at its schema. */
export function staleFindings({ file, artifact, status, why }: Outcome, cwd: string): Finding[] {
  const rule = RULES[status];
  if (rule === undefined) return [];
  const at = status === 'missing' ? artifact?.schema.file : file;
  const is = { missing: 'is missing', stale: 'is not up to date', 'left-over': 'is left over' }[status as string];
  return [
    {
      file: at === undefined ? null : shown(at, cwd),
      line: null,
      column: null,
      severity: 'error',
      rule,
      code: rule,
      address: artifact?.schema.address ?? shown(file, cwd),
      path: '',
      message: `The artifact ${shown(file, cwd)} ${is}: ${why?.split(';')[0] ?? 'it differs'}.`,
      help: status === 'left-over' ? 'Delete it.' : 'Run "bascule compile", and commit what it writes.',
    },
  ];
}
