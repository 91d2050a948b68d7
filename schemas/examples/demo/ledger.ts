import type { Style } from '../../../cli/report/page.js';
import { type Cell, table } from '../../../cli/report/table.js';
import type { Compiled, Fate, LedgerEntry } from '../../../src/index.js';
import { formsOf } from './forms.js';
import { page } from './page.js';
import { place } from './place.js';

const STYLE: Record<Fate, Style> = {
  sent: 'green',
  encoded: 'cyan',
  checked: 'blue',
  inert: 'dim',
  narrowed: 'yellow',
  refused: 'red',
};

/** The source on the left, what travels on the right; the keywords of a node that share a fate share a row. */
export function ledgerText({ ledger, lowered }: Compiled): string {
  const forms = formsOf(lowered);
  const groups = grouped(ledger, (entry) => entry.path).flatMap((node) => grouped(node, (entry) => entry.fate));
  const shown = groups.filter((group) => !isPlainType(group));
  let before: string | undefined;
  const rows = shown.map((group): Cell[] => {
    const [{ path, fate }] = group as [LedgerEntry];
    const first = path !== before;
    before = path;
    return [
      { text: first ? place(path) : '' },
      { text: group.map((entry) => entry.keyword).join(' ') },
      { text: fate, style: STYLE[fate] },
      { text: travels(group, forms.get(path)) },
    ];
  });
  const left = groups.length - shown.length;
  const rest =
    left === 0
      ? ''
      : `\n${page.style('dim', `  and ${left} more ${left === 1 ? 'node' : 'nodes'} of which only the type is said, and sent`)}`;
  return table(['source', 'keywords', 'fate', 'on the wire'], rows, page) + rest;
}

function grouped(entries: readonly LedgerEntry[], by: (entry: LedgerEntry) => string): LedgerEntry[][] {
  const groups = new Map<string, LedgerEntry[]>();
  for (const entry of entries) groups.set(by(entry), [...(groups.get(by(entry)) ?? []), entry]);
  return [...groups.values()];
}

function isPlainType(group: readonly LedgerEntry[]): boolean {
  return group.length === 1 && group[0]?.keyword === 'type' && group[0].fate === 'sent';
}

function travels(group: readonly LedgerEntry[], form: string | undefined): string {
  const [first] = group;
  if (first?.fate === 'checked') {
    const hints = group.map((entry) => entry.hint).filter((hint) => hint !== undefined);
    return hints.length === 0 ? 'nothing; checked when lifted' : `words: ${hints.join(' ')}`;
  }
  if (group.every(({ keyword }) => keyword === 'description' || keyword === 'title') && first?.fate === 'sent') return 'words';
  const notes = [...new Set(group.map((entry) => entry.note).filter((note) => note !== undefined))];
  if (first?.fate === 'inert') return `nothing; ${notes.join('; ')}`;
  return [form, ...notes].filter((part) => part !== undefined).join('; ');
}

export function fates(ledger: readonly LedgerEntry[]): string {
  const order = Object.keys(STYLE) as Fate[];
  return order
    .map((fate) => [fate, ledger.filter((entry) => entry.fate === fate).length] as const)
    .filter(([, count]) => count > 0)
    .map(([fate, count]) => `${count} ${page.style(STYLE[fate], fate)}`)
    .join(', ');
}
