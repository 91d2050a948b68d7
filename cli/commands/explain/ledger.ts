import type { Fate, LedgerEntry } from '../../../src/compiled.js';
import { line } from '../../report/line.js';
import type { Page, Style } from '../../report/page.js';
import { table } from '../../report/table.js';

const COLOR: Record<Fate, Style> = {
  sent: 'green',
  encoded: 'cyan',
  checked: 'blue',
  inert: 'dim',
  narrowed: 'yellow',
  refused: 'red',
};

/** Source on the left, wire on the right: every keyword, place by place, and what the model gets in its stead. */
export function ledgerTable(ledger: readonly LedgerEntry[], forms: ReadonlyMap<string, string>, page: Page): string {
  const rows = [...byPath(ledger)].flatMap(([path, entries]) =>
    entries.map((entry, index) => [
      { text: index === 0 ? path || '(root)' : '' },
      { text: entry.keyword },
      { text: entry.fate, style: COLOR[entry.fate] },
      { text: onWire(entry, forms.get(path)) },
    ]),
  );
  return rows.length === 0
    ? page.style('dim', '  The schema has no keywords.')
    : table(['source', 'keyword', 'fate', 'on the wire'], rows, page);
}

function byPath(ledger: readonly LedgerEntry[]): ReadonlyMap<string, readonly LedgerEntry[]> {
  const groups = new Map<string, LedgerEntry[]>();
  for (const entry of ledger) {
    const group = groups.get(entry.path);
    if (group) group.push(entry);
    else groups.set(entry.path, [entry]);
  }
  return groups;
}

export function fatesLine(ledger: readonly LedgerEntry[], page: Page): string {
  const fates = Object.keys(COLOR) as Fate[];
  const counts = fates
    .map((fate) => [fate, ledger.filter((entry) => entry.fate === fate).length] as const)
    .filter(([, count]) => count > 0);
  return line(
    counts.map(([fate, count]) => ({ text: `${count} ${fate}`, styles: [COLOR[fate]] })),
    ', ',
    page,
  );
}

function onWire({ keyword, fate, codec, hint, note }: LedgerEntry, form: string | undefined): string {
  const parts = [
    keyword === 'type' || codec !== undefined ? form : undefined,
    codec === undefined || form?.includes(codec) ? undefined : codec,
    hint === undefined ? undefined : `hint: ${hint}`,
    fate === 'checked' && hint === undefined && note === undefined ? 'checked when the answer is lifted' : note,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join('; ');
}
