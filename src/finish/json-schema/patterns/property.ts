import { type CharSet, charSet } from '../../../targets/patterns/char-set.js';

const MOST_CACHED = 50;
const cache = new Map<string, CharSet>();

/** The characters of a Unicode property, as this very JavaScript engine knows them: `{L}`, `{Script=Greek}`. Throws a SyntaxError for an unknown one. */
export function propertySet(name: string): CharSet {
  const known = cache.get(name);
  if (known) return known;
  const run = new RegExp(`\\p${name}+`, 'gu');
  const pairs: number[] = [];
  // Surrogates would join to other characters in a text, so that they are asked for alone.
  if ('\ud800'.match(run)) pairs.push(0xd800, 0xdfff);
  for (const text of [characters(0, 0xd800), characters(0xe000, 0x110000)]) {
    for (const [part] of text.matchAll(run)) pairs.push(part.codePointAt(0) as number, lastCharacter(part));
  }
  const set = charSet(pairs);
  if (cache.size >= MOST_CACHED) cache.clear();
  cache.set(name, set);
  return set;
}

function characters(from: number, to: number): string {
  let text = '';
  for (let start = from; start < to; start += 0x800)
    text += String.fromCodePoint(...Array.from({ length: 0x800 }, (_, index) => start + index));
  return text;
}

function lastCharacter(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xdc00 && last <= 0xdfff ? (text.codePointAt(text.length - 2) as number) : last;
}
