import { pageFor, wantsColors } from '../../../cli/report/page.js';
import { indent, wrap } from '../../../cli/report/text.js';

/** Standard output: as wide as the terminal, coloured only on a terminal and without NO_COLOR. */
export const colors = wantsColors(process.stdout, process.env, false);
export const page = {
  ...pageFor(process.stdout, colors, false),
  width: Math.min(120, Math.max(60, process.stdout.columns ?? 100)),
};

process.stdout.on('error', () => process.exit()); // the reader left: `npm start | head`

export function print(text = ''): void {
  process.stdout.write(`${text}\n`);
}

export function heading(text: string): void {
  print();
  print(page.style('bold', text));
}

/** A paragraph, moved right under its label; coloured lines are broken already. */
export function said(label: string, text: string): void {
  const left = `  ${label.padEnd(8)} `;
  const lines = text.split('\n').flatMap((line) => (line.includes('\u001B') ? line : wrap(line, page.width - left.length)));
  print(page.style('dim', left) + indent(lines.join('\n'), left.length).trimStart());
}
