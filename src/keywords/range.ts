import type { Shape } from '../ir/shape.js';
import { sentence } from './phrase.js';

/** Keywords that bound one quantity together, so that they are worded together. */
export interface Range {
  readonly min: string;
  readonly max: string;
  readonly above?: string;
  readonly below?: string;
  /** What is counted; none: the number itself. */
  readonly unit?: readonly [one: string, many: string];
}

const NUMBER: Range = { min: 'minimum', max: 'maximum', above: 'exclusiveMinimum', below: 'exclusiveMaximum' };
const LENGTH: Range = { min: 'minLength', max: 'maxLength', unit: ['character', 'characters'] };
const ITEMS: Range = { min: 'minItems', max: 'maxItems', unit: ['item', 'items'] };
const PROPERTIES: Range = { min: 'minProperties', max: 'maxProperties', unit: ['property', 'properties'] };
const ENTRIES: Range = { ...PROPERTIES, unit: ['entry', 'entries'] };

/** The range a keyword belongs to. */
export function rangeOf(keyword: string): Range | undefined {
  return [NUMBER, LENGTH, ITEMS, PROPERTIES].find((range) => [range.min, range.max, range.above, range.below].includes(keyword));
}

interface Stated {
  readonly keyword: string;
  readonly value: unknown;
}

/** Words for all keywords of a range that are stated, the tightest ones: `from 1 to 10`, `at least 2 items`. */
export function rangeWords(range: Range, stated: readonly Stated[], shape?: Shape): string | undefined {
  const { unit } = range === PROPERTIES && shape !== undefined && isMap(shape) ? ENTRIES : range;
  const values = (keyword: string | undefined): number[] =>
    stated.filter((one) => one.keyword === keyword && sensible(one.value, unit !== undefined)).map((one) => one.value as number);
  // In draft 4 an exclusive bound is a flag beside the bound.
  const flagged = (keyword: string | undefined): boolean => stated.some((one) => one.keyword === keyword && one.value === true);
  let min = Math.max(...values(range.min));
  let max = Math.min(...values(range.max));
  let above = Math.max(...values(range.above));
  let below = Math.min(...values(range.below));
  if (flagged(range.above)) [above, min] = [Math.max(above, min), -Infinity];
  if (flagged(range.below)) [below, max] = [Math.min(below, max), Infinity];
  const low = above >= min ? above : min;
  const high = below <= max ? below : max;
  const open = { low: above >= min, high: below <= max };
  // Bounds that every number met in practice satisfies, such as those of `z.int()`, are noise.
  const hasLow = unit === undefined ? low > Number.MIN_SAFE_INTEGER : low > 0;
  const hasHigh = high < Number.MAX_SAFE_INTEGER;
  const counted = (count: number): string => (unit === undefined ? String(count) : `${count} ${count === 1 ? unit[0] : unit[1]}`);
  if (hasHigh && unit !== undefined && high === 0 && !hasLow) return 'empty';
  if (hasLow && hasHigh && !open.low && !open.high) {
    if (low === high) return `exactly ${counted(low)}`;
    if (low < high) return `from ${low} to ${counted(high)}`;
  }
  const words: string[] = [];
  if (hasLow) words.push(`${open.low ? 'greater than' : 'at least'} ${counted(low)}`);
  if (hasHigh) words.push(`${open.high ? 'less than' : 'at most'} ${counted(high)}`);
  return words.length === 0 ? undefined : words.join(' and ');
}

/** The same as a sentence. */
export function rangeHint(range: Range | undefined, stated: readonly Stated[], shape: Shape): string | undefined {
  const words = range && rangeWords(range, stated, shape);
  return words === undefined ? undefined : sentence(words);
}

function sensible(value: unknown, count: boolean): boolean {
  return typeof value === 'number' && Number.isFinite(value) && (!count || (Number.isInteger(value) && value >= 0));
}

/** Whether a shape reads as a map: all entries, no properties of its own. */
function isMap(shape: Shape): boolean {
  if (shape.kind === 'coded') return shape.wire.kind === 'array';
  return shape.kind === 'object' && shape.properties.length === 0 && (shape.openness === 'explicit' || shape.patterns.length > 0);
}
