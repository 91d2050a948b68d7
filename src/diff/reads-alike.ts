import { sameJson } from '../ir/equal.js';
import type { CodedShape, Document, ObjectShape, Shape, UnionShape } from '../ir/shape.js';

const MOST_STEPS = 50_000;

/** Whether every text that one lowered document says is said by another too, and lifted in the same way. Lowered documents never refer in circles. */
export function readsAlike(writer: Document, reader: Document): boolean {
  let steps = 0;
  const known = new Map<Shape, Map<Shape, boolean>>();
  const open = (shape: Shape, { definitions }: Document): Shape | undefined => {
    let at: Shape | undefined = shape;
    while (at?.kind === 'ref') at = definitions.get(at.name);
    return at;
  };
  const alike = (from: Shape, to: Shape): boolean => {
    const [x, y] = [open(from, writer), open(to, reader)];
    if (!x || !y || ++steps > MOST_STEPS) return false;
    const pairs = known.get(x) ?? new Map<Shape, boolean>();
    known.set(x, pairs);
    const before = pairs.get(y);
    if (before !== undefined) return before;
    const answer = inside(x, y);
    pairs.set(y, answer);
    return answer;
  };
  const inside = (x: Shape, y: Shape): boolean => {
    if (x.kind === 'union')
      return y.kind === 'union' ? unions(x, y) : isLiteralFree(y) && x.options.every((option) => alike(option, y));
    if (y.kind === 'union') return isPlain(x) && y.options.some((option) => alike(x, option)) && y.options.every(isPlain);
    if (x.kind === 'literal' && y.kind === 'literal')
      return x.values.every((value) => y.values.includes(value)) && noTwins(y.values);
    if (x.kind !== y.kind) return false;
    switch (x.kind) {
      case 'coded':
        return (
          x.codec === (y as typeof x).codec &&
          sameJson(x.argument, (y as typeof x).argument) &&
          (!hasEntries(x) || sameKeys(x.wire, (y as typeof x).wire)) &&
          alike(x.wire, (y as typeof x).wire)
        );
      case 'number':
        return x.integer || !(y as typeof x).integer;
      case 'array':
        return alike(x.items, (y as typeof x).items);
      case 'object':
        return objects(x, y as ObjectShape);
      default:
        return true;
    }
  };
  const objects = (x: ObjectShape, y: ObjectShape): boolean =>
    x.properties.every((property) => {
      const twin = y.properties.find(({ key }) => key === property.key);
      const same = (name: 'name' | 'absence' | 'role') => property[name] === twin?.[name];
      return twin !== undefined && same('name') && same('absence') && same('role') && alike(property.shape, twin.shape);
    }) &&
    y.properties.every(
      ({ key, required }) => !required || x.properties.some((property) => property.key === key && property.required),
    );
  const unions = (x: UnionShape, y: UnionShape): boolean => {
    if (x.options.length === y.options.length && x.options.every((option, index) => alike(option, y.options[index] as Shape)))
      return true;
    return (
      [...x.options, ...y.options].every(isPlain) && x.options.every((option) => y.options.some((other) => alike(option, other)))
    );
  };
  return alike(writer.root, reader.root);
}

/** A scalar, which nothing lifts. */
function isPlain({ kind }: Shape): boolean {
  return kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'null' || kind === 'literal';
}

function isLiteralFree({ kind }: Shape): boolean {
  return kind !== 'literal';
}

/** No two values that differ in capitals only: else a text may be mended into another one than before. */
function noTwins(values: readonly unknown[]): boolean {
  const texts = values.filter((value) => typeof value === 'string').map((value) => value.toLowerCase());
  return new Set(texts).size === texts.length;
}

/** An entry may not have the name of a declared property, so that a new property takes a name from the entries. */
function hasEntries({ argument }: CodedShape): boolean {
  return JSON.stringify(argument).includes('"role":"entries"');
}

function sameKeys(x: Shape, y: Shape): boolean {
  const keys = (shape: Shape) => (shape.kind === 'object' ? shape.properties.map(({ key }) => key).sort() : []);
  return sameJson(keys(x), keys(y));
}
