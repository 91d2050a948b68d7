import { cpus } from 'node:os';

export function title(text: string): void {
  console.log(`\n${text}`);
}

export function note(text: string): void {
  console.log(`  ${text}`);
}

/** The first column to the left, figures to the right. */
export function rows(head: readonly string[], lines: readonly (readonly string[])[]): void {
  const all = [head, ...lines];
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  for (const line of all)
    console.log(
      `  ${line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`.trimEnd(),
    );
}

export function machine(): string {
  const [first] = cpus();
  return `${first?.model.trim() ?? 'unknown processor'} × ${cpus().length}, Node ${process.version}, ${process.platform} ${process.arch}`;
}

/** Microseconds in words. */
export function us(micros: number): string {
  return micros < 0.1
    ? `${(micros * 1000).toFixed(0)} ns`
    : micros < 10
      ? `${micros.toFixed(2)} µs`
      : micros < 10_000
        ? `${micros.toFixed(0)} µs`
        : `${(micros / 1000).toFixed(0)} ms`;
}

export function ratio(number: number): string {
  return `${number < 10 ? number.toFixed(2) : number.toFixed(0)} ×`;
}
