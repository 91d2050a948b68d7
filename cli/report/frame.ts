const AROUND = 2;
const WIDEST = 160;

/** The lines around a place, its own marked, with a caret under its column. */
export function frame(text: string, line: number, column: number): string {
  const lines = text.split(/\r\n|\r|\n/);
  const first = Math.max(1, line - AROUND);
  const last = Math.min(lines.length, line + AROUND);
  const gutter = String(last).length;
  const shift = column > WIDEST ? column - WIDEST / 2 : 0;
  const out: string[] = [];
  for (let number = first; number <= last; number++) {
    const content = (lines[number - 1] ?? '').slice(shift, shift + WIDEST).replace(/\t/g, ' ');
    out.push(`${number === line ? '>' : ' '} ${String(number).padStart(gutter)} | ${content}`.trimEnd());
    if (number === line) out.push(`  ${' '.repeat(gutter)} | ${' '.repeat(Math.max(0, column - 1 - shift))}^`);
  }
  return out.join('\n');
}
