import { catalog } from '../../src/lint/catalog.js';
import type { Finding } from './report.js';

const LEVELS: Record<Finding['severity'], string> = { error: 'error', warning: 'warning', info: 'note' };

/** What code scanning shows beside a finding: of a lint rule its law and page; of other problems what is to be done, in the words of the first. */
export function descriptor(id: string, findings: readonly Finding[]) {
  const rule = catalog.find((each) => each.id === id);
  if (rule)
    return {
      id,
      shortDescription: { text: rule.law },
      fullDescription: { text: rule.page },
      help: { text: `${rule.page}\n${rule.evidence.grade}: ${rule.evidence.source}` },
      defaultConfiguration: { level: LEVELS[rule.level] },
      properties: { tags: [rule.category] },
    };
  const first = findings.find((finding) => finding.rule === id);
  const words = `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}.`;
  return {
    id,
    shortDescription: { text: words },
    fullDescription: { text: words },
    help: { text: first?.help || words },
    defaultConfiguration: { level: LEVELS[first?.severity ?? 'error'] },
  };
}
