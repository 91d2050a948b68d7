import type { Expression, Parsed } from './syntax.js';
import { wildRun } from './wild-run.js';

const MAX_LENGTH = 1000;
const MAX_BOUND = 100;
const MAX_PRODUCT = 10_000;
/** Characters of a pattern once its ranges are written out. */
export const MAX_POSITIONS = 1000;

/**
 * Whether the Claude API takes a pattern: its structured-outputs guide documents anchors, partial matching, the quantifiers
 * `*`, `+`, `?` and simple `{n,m}`, classes, `.`, `\d`, `\w`, `\s` and groups, and excludes lookaround, back-references, word
 * boundaries and "complex" ranges; anything else is answered with a 400. Where the guide is silent, the answer here is no.
 *
 * A pattern may constrain the wire no more than it constrains the source, whatever engine reads it. So left out too are
 * - `\s`, though documented: JavaScript's holds U+00A0 and U+FEFF, an ASCII engine's does not;
 * - `\D`, `\W` and negated `\d`, `\w`: in a Unicode engine these hold less (`\d` and `\w` themselves only hold more);
 * - neighbouring wildcards that need two characters (`.{2,}`): without the flag `u` one emoji satisfies them, in code points it does not.
 * `.` leaves out line ends in JavaScript and fewer or none elsewhere; `$` before a final line feed likewise only admits more.
 */
export function inSubset(source: string, { expression, features }: Parsed, unicode: boolean): boolean {
  return (
    features.size === 0 &&
    source.length <= MAX_LENGTH &&
    // Read as text, `(?` and `\(?` are alike; engines of that sort exist.
    !/\(\?(?!:)/.test(source) &&
    boundsFit(source) &&
    anchoredAtEnds(expression) &&
    positions(expression) <= MAX_POSITIONS &&
    quantifiersFit(expression) &&
    (unicode || wildRun(expression).min < 2)
  );
}

function boundsFit(source: string): boolean {
  let product = 1;
  for (const [, min, max] of source.matchAll(/\{(\d+)(?:,(\d*))?\}/g)) {
    if (Number(min) > MAX_BOUND || Number(max ?? 0) > MAX_BOUND) return false;
    product *= Math.max(1, Number(max || min));
  }
  return product <= MAX_PRODUCT;
}

/** `^` only first and `$` only last, outside any group or alternative: elsewhere engines differ. */
function anchoredAtEnds(expression: Expression): boolean {
  const items = expression.kind === 'sequence' ? expression.items : [expression];
  return (
    items.every((item, i) =>
      item.kind === 'start' ? i === 0 : item.kind === 'end' ? i === items.length - 1 : !holdsAnchor(item),
    ) && items.some((item) => item.kind !== 'start' && item.kind !== 'end')
  );
}

function holdsAnchor(expression: Expression): boolean {
  return expression.kind === 'start' || expression.kind === 'end' || parts(expression).some(holdsAnchor);
}

function parts(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'sequence':
      return expression.items;
    case 'choice':
      return expression.options;
    case 'repeat':
      return [expression.item];
    default:
      return [];
  }
}

/** How many characters the pattern holds once its ranges are written out. */
function positions(expression: Expression): number {
  if (expression.kind === 'set') return 1;
  const inner = parts(expression).reduce((sum, part) => sum + positions(part), 0);
  return expression.kind === 'repeat'
    ? inner * Math.max(1, expression.max === Infinity ? expression.min : expression.max)
    : inner;
}

/** A range repeats one character or a group without unbounded quantifiers: "Cannot apply a range quantifier to this regex." */
function quantifiersFit(expression: Expression): boolean {
  if (expression.kind === 'repeat' && expression.max === 0) return false;
  if (expression.kind === 'repeat' && expression.item.kind !== 'set') {
    const simple = expression.min <= 1 && (expression.max === 1 || expression.max === Infinity);
    if (!simple && holdsUnbounded(expression.item)) return false;
  }
  return parts(expression).every(quantifiersFit);
}

function holdsUnbounded(expression: Expression): boolean {
  return (expression.kind === 'repeat' && expression.max === Infinity) || parts(expression).some(holdsUnbounded);
}
