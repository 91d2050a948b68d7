import type { Json, Primitive } from '../../../src/ir/json.js';
import type { Document, LiteralShape, ObjectShape, Shape } from '../../../src/ir/shape.js';
import { TEXTS as OUTBREAKS } from '../../emit/hostile.js';
import type { Draw } from '../../support/draw.js';

/** Names that mean something to objects, to code, or to JSON. */
export const NAMES = [
  'a',
  'b',
  'kind',
  'v',
  'n',
  'keys',
  'looks',
  'at',
  'length',
  '0',
  '10',
  '01',
  '-1',
  '"',
  '\\',
  "'",
  '\u2028',
  '\ud800',
  ...OUTBREAKS,
];
const LITERALS: readonly Primitive[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  0.5,
  1e21,
  -1e-7,
  2 ** 53,
  2 ** 53 - 1,
  -(2 ** 60),
  ...NAMES,
];
const NEVER: Shape = { kind: 'never', path: '', reason: '' };

/** A lowered document in which nothing is encoded, of names and literals to trip over. */
export function plainDocument(draw: Draw): Document {
  const definitions = new Map<string, Shape>();
  const maker = new Maker(draw, definitions);
  for (const name of ['A', 'B']) definitions.set(name, maker.shape(2));
  return { root: maker.object(3), definitions };
}

class Maker {
  constructor(
    readonly draw: Draw,
    readonly definitions: ReadonlyMap<string, Shape>,
  ) {}

  shape(depth: number): Shape {
    const { draw } = this;
    const kind = draw.upTo(depth > 0 ? 12 : 7);
    if (kind === 0) return { kind: 'null', path: '' };
    if (kind === 1) return { kind: 'boolean', path: '' };
    if (kind <= 3) return { kind: 'number', path: '', integer: kind === 3 };
    if (kind === 4) return { kind: 'string', path: '' };
    if (kind <= 6) return this.#literal(draw.upTo(draw.chance(10) ? 11 : 2) + 1);
    if (kind === 7)
      return this.definitions.size > 0
        ? { kind: 'ref', path: '', name: draw.pick([...this.definitions.keys()]) }
        : { kind: 'string', path: '' };
    if (kind === 8)
      return {
        kind: 'array',
        path: '',
        prefix: [],
        items: this.shape(depth - 1),
        ...(draw.chance(30) && { facets: [{ keyword: 'minItems', value: 1, path: '' }] }),
      };
    if (kind === 9) return this.#tagged(depth - 1);
    if (kind === 10) return { kind: 'union', path: '', options: this.#some(2, () => this.shape(depth - 1)) };
    return this.object(depth - 1);
  }

  object(depth: number, fixed: ObjectShape['properties'] = []): ObjectShape {
    const { draw } = this;
    const names = draw.shuffled(NAMES.filter((name) => !fixed.some(({ key }) => key === name))).slice(0, draw.upTo(5));
    const properties = names.map((key) => ({ key, required: draw.chance(60), shape: this.shape(depth) }));
    return {
      kind: 'object',
      path: '',
      properties: draw.shuffled([...fixed, ...properties]),
      patterns: [],
      rest: NEVER,
      openness: 'closed',
    };
  }

  /** Options that a property tells apart, or almost does. */
  #tagged(depth: number): Shape {
    const { draw } = this;
    const key = draw.pick(NAMES);
    const tags = draw.shuffled(LITERALS);
    const options: Shape[] = this.#some(2, () => {
      const values = tags.splice(0, draw.upTo(1) + 1);
      if (draw.chance(10)) values.push(draw.pick(LITERALS));
      return this.object(depth, [
        { key, required: !draw.chance(10), shape: { kind: 'literal', path: '', values: [...new Set(values)] } },
      ]);
    });
    if (draw.chance(30)) options.push({ kind: 'null', path: '' });
    return { kind: 'union', path: '', options };
  }

  #literal(count: number): LiteralShape {
    return { kind: 'literal', path: '', values: this.draw.shuffled(LITERALS).slice(0, count) };
  }

  #some<Item>(least: number, make: () => Item): Item[] {
    return Array.from({ length: least + this.draw.upTo(1) }, make);
  }
}

/** A value of a shape, most of the time. */
export function sampleOf(shape: Shape, { definitions }: Document, draw: Draw): Json {
  const of = (inner: Shape): Json => sampleOf(inner, { root: inner, definitions }, draw);
  switch (shape.kind) {
    case 'boolean':
      return draw.chance(50);
    case 'number':
      return draw.pick(shape.integer ? [0, -0, 7, 2 ** 53 - 1, -(2 ** 53)] : [0, -0.5, 1e-300, 2 ** 53, -1e300]);
    case 'string':
      return draw.pick(NAMES);
    case 'literal':
      return draw.pick(shape.values);
    case 'ref':
      return of(definitions.get(shape.name) as Shape);
    case 'array':
      return Array.from({ length: draw.upTo(3) }, () => of(shape.items));
    case 'union':
      return of(draw.pick(shape.options));
    case 'object':
      return Object.fromEntries(
        (draw.chance(50) ? shape.properties : draw.shuffled(shape.properties))
          .filter(({ required }) => required || draw.chance(70))
          .map((property) => [property.key, of(property.shape)]),
      );
    default:
      return null;
  }
}
