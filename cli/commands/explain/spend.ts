import type { Compiled } from '../../../src/compiled.js';
import type { Page } from '../../report/page.js';
import { type Cell, table } from '../../report/table.js';

/** What the schema takes of the request's budgets, and its identity in the grammar cache. */
export function spendLines({ spend, target, fingerprint }: Compiled, page: Page): string {
  const { limits } = target;
  const rows: [string, Cell][] = [
    ['optional properties', against(spend.optional, limits.optional.value, limits.advisedOptional.value)],
    ['unions', against(spend.union, limits.union.value)],
    ['strict tools', against(spend.strictTools, limits.strictTools.value)],
    ['properties', { text: String(spend.properties) }],
    ['depth', { text: String(spend.depth) }],
    ['enum values', { text: String(spend.enumValues) }],
    ['size', { text: `${spend.bytes} bytes` }],
  ];
  const budget = table(
    [],
    rows.map(([name, value]) => [{ text: name, style: 'dim' as const }, value]),
    page,
  );
  // In one piece, to be copied; it fits 80 columns.
  return `${budget}\n  ${page.style('dim', 'fingerprint')}  ${fingerprint}`;
}

function against(spent: number, limit: number, advised?: number): Cell {
  const text = `${spent} of ${limit}${advised === undefined ? '' : `, better at most ${advised}`}`;
  return { text, style: spent > limit ? 'red' : advised !== undefined && spent > advised ? 'yellow' : undefined };
}
