import type { Compiled } from '../../../src/compiled.js';
import type { Page } from '../../report/page.js';
import { pad } from '../../report/text.js';

/** What the schema takes of the request's budgets, and its identity in the grammar cache. */
export function spendLines({ spend, target, fingerprint }: Compiled, page: Page): string {
  const { limits } = target;
  const lines: [string, string][] = [
    ['optional properties', against(spend.optional, limits.optional.value, page, limits.advisedOptional.value)],
    ['unions', against(spend.union, limits.union.value, page)],
    ['strict tools', against(spend.strictTools, limits.strictTools.value, page)],
    ['properties', String(spend.properties)],
    ['depth', String(spend.depth)],
    ['enum values', String(spend.enumValues)],
    ['size', `${spend.bytes} bytes`],
    ['fingerprint', fingerprint],
  ];
  return lines.map(([name, value]) => `  ${page.style('dim', pad(name, 20))} ${value}`).join('\n');
}

function against(spent: number, limit: number, page: Page, advised?: number): string {
  const text = `${spent} of ${limit}${advised === undefined ? '' : `, better at most ${advised}`}`;
  return spent > limit ? page.style('red', text) : advised !== undefined && spent > advised ? page.style('yellow', text) : text;
}
