import { textOfFormat } from '../../emulator/generate/formats.js';
import { textOfPattern } from '../../emulator/generate/pattern.js';
import type { Draw } from '../../emulator/random.js';
import type { Facet } from '../../ir/shape.js';
import { backtracksBadly } from '../../targets/patterns/risk.js';
import { numbersOf } from './limits.js';

const LONGEST = 5000;
const PLAIN_NUMBERS = [0, 1, 2, -1, 0.5, -2.5, 10, 42, 1e6, 1e15];
const PLAIN_TEXTS = [
  'a',
  '',
  ' ',
  'word',
  'Two Words',
  '1',
  '-2.5',
  'é',
  '😀',
  'true',
  'a_b-c.d',
  ' padded ',
  'ABC',
  'a@b.example',
];

/** Numbers around the bounds of both sides, steps of theirs, and plain ones. */
export function numbers(own: readonly Facet[], others: readonly Facet[], integer: boolean): number[] {
  const facets = [...own, ...others];
  const bounds = numbersOf(facets, 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum');
  const steps = numbersOf(facets, 'multipleOf').filter((step) => step > 0);
  const around = bounds.flatMap((bound) => [
    bound,
    bound + 1,
    bound - 1,
    bound + 0.5,
    bound - 0.5,
    bound * 2,
    bound + 1000,
    bound - 1000,
  ]);
  const base = numbersOf(own, 'minimum', 'exclusiveMinimum')[0] ?? numbersOf(own, 'maximum', 'exclusiveMaximum')[0] ?? 0;
  const stepped = steps.flatMap((step) =>
    [0, 1, 2, 3, 5, -1].flatMap((times) => [step * times, Math.ceil(base / step) * step + step * times]),
  );
  const all = [...stepped, ...around, ...PLAIN_NUMBERS];
  return [...new Set(integer ? all.map(Math.round) : all)].filter(Number.isFinite);
}

/** Texts of every length that a bound speaks of, of the patterns and formats of both sides, and plain ones. */
export function texts(own: readonly Facet[], others: readonly Facet[], draw: Draw): string[] {
  const facets = [...own, ...others];
  const made = [...own, ...others].flatMap(({ keyword, value }) => {
    if (typeof value !== 'string') return [];
    const make =
      keyword === 'pattern' && !backtracksBadly(value)
        ? () => textOfPattern(value, draw)
        : keyword === 'format'
          ? () => textOfFormat(value, draw)
          : undefined;
    return make ? [make(), make(), make()].flatMap((text) => text ?? []) : [];
  });
  const lengths = numbersOf(facets, 'minLength', 'maxLength').flatMap((length) => [length, length - 1, length + 1]);
  const sized = [...new Set(lengths)].filter((length) => length >= 0 && length <= LONGEST);
  const grown = sized.flatMap((length) => [
    'a'.repeat(length),
    ' '.repeat(length),
    ...made
      .slice(0, 4)
      .map((text) => (text.length < length ? text + text.slice(-1).repeat(length - text.length) : text.slice(0, length))),
  ]);
  return [
    ...new Set([
      ...made,
      ...grown,
      ...PLAIN_TEXTS,
      ...made.map((text) => text.toUpperCase()),
      ...made.map((text) => `${text}x`),
      ...made.map((text) => text + 'a'.repeat(40)),
      ...made.map((text) => `${text}\n`),
    ]),
  ];
}
