import type { Step } from '../read/source.js';

/** Whatever some reader of a text may take for the end of a line, and other control characters. */
const CONTROL = /[\p{Cc}\u2028\u2029]/gu;

/** A JSON string that stays on its line; of a text longer than `most` characters the start, and `…`. */
export function textOnLine(text: string, most: number): string {
  return JSON.stringify(cut(text, most)).replace(CONTROL, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A text as it stands, each control character as one blank. */
export function blanksOnLine(text: string): string {
  return text.replace(CONTROL, ' ');
}

/** Words on one line, no longer than `most` characters. */
export function wordsOnLine(words: string, most: number): string {
  return cut(blanksOnLine(words).replace(/\s+/g, ' ').trim(), most);
}

/** The start of a text, never half of a surrogate pair. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, Math.max(0, most - 1));
  return `${/[\ud800-\udbff]$/.test(start) ? start.slice(0, -1) : start}…`;
}

/** A path as programs write it: `lines[3].vat`. */
export function pathInWords(path: readonly Step[]): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      return /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(step) ? `${index > 0 ? '.' : ''}${step}` : `[${JSON.stringify(step)}]`;
    })
    .join('');
}
