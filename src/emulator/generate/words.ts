import type { Draw } from '../random.js';

const WORDS =
  'harbour bridge lever balance morning river copper lantern café naïve Zürich signal ferry anchor tide gravel oak meadow violet 東京 quarter señor ledger canvas north ember pebble 🌉 market velvet'.split(
    ' ',
  );

/** A few words, some of them beyond ASCII and beyond the Basic Multilingual Plane. */
export function words(draw: Draw, least = 1, most = 4): string {
  return Array.from({ length: least + draw.upTo(most - least) }, () => draw.pick(WORDS)).join(' ');
}

export function sentence(draw: Draw): string {
  const text = words(draw, 5, 12);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** A letter or a digit, for what is made of ASCII. */
export function letters(draw: Draw, count: number, alphabet = 'abcdefghijklmnopqrstuvwxyz'): string {
  return Array.from({ length: count }, () => draw.pick([...alphabet])).join('');
}
