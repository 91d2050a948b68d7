const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;
const ZERO = /[\p{Mn}\p{Me}\p{Cf}]/u;
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g;

/** Text of others made fit for a terminal: whatever could steer it is shown as its code. Line feeds stay. */
export function printable(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(CONTROL, (character) => (character === '\t' ? '  ' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`));
}

/** Terminal columns that text without escape sequences takes. */
export function width(text: string): number {
  if (/^[\u0020-\u007E]*$/.test(text)) return text.length;
  let sum = 0;
  for (const character of text) sum += WIDE.test(character) ? 2 : ZERO.test(character) ? 0 : 1;
  return sum;
}

export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

/** Breaks text into lines of at most `columns`, between words where it can, after `/` or anywhere where it must. */
export function wrap(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(1, columns)));
}

function wrapLine(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((part, index) => pieces(index === 0 ? part : ` ${part}`, columns))) {
    if (width(line) + width(word) <= columns) line += word;
    else {
      if (line !== '') lines.push(line.trimEnd());
      line = word.trimStart();
    }
  }
  lines.push(line.trimEnd());
  return lines;
}

/** A word that fits, or the parts of one that does not. */
function pieces(word: string, columns: number): string[] {
  if (width(word) <= columns) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (width(part) + width(character) > columns) {
      const slash = part.lastIndexOf('/');
      const cut = slash > part.length / 2 ? slash : part.length;
      parts.push(part.slice(0, cut));
      part = part.slice(cut);
    }
    part += character;
  }
  return [...parts, part];
}

/** Every line moved right. */
export function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}

/** `1 schema`, `2 schemas`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : noun.endsWith('x') ? 'es' : 's'}`;
}
