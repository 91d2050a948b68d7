import type { Page, Style } from './page.js';
import { pad, printable, width, wrap } from './text.js';

export interface Cell {
  readonly text: string;
  readonly style?: Style | undefined;
}

const GAP = 2;
const INDENT = 2;

/** Rows in aligned columns within the page's width: the first column takes up to a third, the last one wraps in what is left. No head, no title row. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[], page: Page): string {
  const titles = head.length === 0 ? [] : [head.map((text): Cell => ({ text, style: 'dim' }))];
  const all = [...titles, ...rows].map((row) => row.map((cell) => ({ ...cell, text: printable(cell.text) })));
  const widths = widthsOf(all, page.width - INDENT);
  return all.map((row) => rowLines(row, widths, page)).join('\n');
}

function widthsOf(rows: readonly (readonly Cell[])[], room: number): number[] {
  const count = rows[0]?.length ?? 0;
  const natural = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => Math.max(...(row[column]?.text ?? '').split('\n').map(width)))),
  );
  const first = Math.min(natural[0] ?? 0, Math.max(10, Math.floor(room * 0.35)));
  const middle = natural.slice(1, -1).map((each) => Math.min(each, Math.max(8, Math.floor(room * 0.22))));
  if (count < 2) return [Math.min(natural[0] ?? 0, room)];
  const left = room - first - middle.reduce((sum, each) => sum + each, 0) - GAP * (count - 1);
  return [first, ...middle, Math.max(12, Math.min(left, natural.at(-1) ?? 0))];
}

function rowLines(row: readonly Cell[], widths: readonly number[], page: Page): string {
  const cells = row.map((cell, column) => wrap(cell.text, widths[column] ?? 1));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const texts = cells.map((lines) => lines[line] ?? '');
    const last = texts.findLastIndex((text) => text !== '');
    const parts = texts.slice(0, last + 1).map((text, column) => {
      const style = row[column]?.style;
      const padded = column === last ? text : pad(text, widths[column] ?? 0);
      return style === undefined ? padded : page.style(style, padded);
    });
    return parts.length === 0 ? '' : ' '.repeat(INDENT) + parts.join(' '.repeat(GAP));
  }).join('\n');
}
