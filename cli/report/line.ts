import type { Page, Style } from './page.js';
import { printable, width, wrap } from './text.js';

export interface Part {
  readonly text: string;
  readonly styles?: readonly Style[];
}

/** Parts on one line where they fit, else each on a line of its own. */
export function line(parts: readonly Part[], separator: string, page: Page): string {
  const present = parts.map((part) => ({ ...part, text: printable(part.text) })).filter(({ text }) => text !== '');
  const fits = width(present.map(({ text }) => text).join(separator)) <= page.width;
  const lines = present.flatMap(({ text, styles = [] }) =>
    (fits ? [text] : wrap(text, page.width)).map((each) => styles.reduce((styled, style) => page.style(style, styled), each)),
  );
  return lines.join(fits ? separator : `${separator.trimEnd()}\n`);
}
