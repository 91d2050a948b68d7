import type { Json } from '../../../src/ir/json.js';
import type { Draw } from '../../support/draw.js';
import { jsonCopy } from '../../support/same.js';

const BLANKS = ['', '', ' ', '\n', '\t \r\n', ' '.repeat(17)] as const;

/** JSON text of a value, with white space and escapes wherever JSON lets them stand. */
export function writtenJson(value: Json, draw: Draw): string {
  return new Writer(draw).write(value);
}

/** The same with a key of one of its objects given twice, which may be spelled in another way; undefined where there is no key. */
export function withRepeatedKey(value: Json, draw: Draw): string | undefined {
  // A copy, since an object may stand at two places of a value.
  const copy = jsonCopy(value);
  const objects = objectsIn(copy);
  return objects.length === 0 ? undefined : new Writer(draw, draw.pick(objects)).write(copy);
}

/** The objects in a value that have keys. */
function objectsIn(value: Json): object[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) || Object.keys(value).length === 0 ? below : [value, ...below];
}

class Writer {
  readonly #draw: Draw;
  readonly #odd: object | undefined;
  /** Texts without any blank or escape are those that models write. */
  readonly #tidy: boolean;

  constructor(draw: Draw, odd?: object) {
    this.#draw = draw;
    this.#odd = odd;
    this.#tidy = draw.chance(50);
  }

  write(value: Json): string {
    return `${this.#blank()}${this.#value(value)}${this.#blank()}`;
  }

  #value(value: Json): string {
    if (typeof value === 'string') return this.#text(value);
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    if (Array.isArray(value)) return `[${value.map((item) => this.write(item)).join() || this.#blank()}]`;
    const members = Object.keys(value).map((key) => this.#member(key, value[key] as Json));
    if (value === this.#odd) {
      const key = this.#draw.pick(Object.keys(value));
      const held = this.#draw.pick<Json>([value[key] as Json, null, '":', { [key]: 1 }, []]);
      members.splice(this.#draw.upTo(members.length), 0, this.#member(key, held));
    }
    return `{${members.join() || this.#blank()}}`;
  }

  #member(key: string, value: Json): string {
    return `${this.#blank()}${this.#text(key)}${this.#blank()}:${this.write(value)}`;
  }

  #text(text: string): string {
    if (this.#tidy) return JSON.stringify(text);
    // UTF-16 code unit by code unit, so that both halves of a pair may be escaped, or one.
    const units = Array.from({ length: text.length }, (_, index) => text.charAt(index));
    return `"${units.map((unit) => (this.#draw.chance(20) ? escaped(unit) : JSON.stringify(unit).slice(1, -1))).join('')}"`;
  }

  #blank(): string {
    return this.#tidy ? '' : this.#draw.pick(BLANKS);
  }
}

function escaped(unit: string): string {
  return unit === '/' ? '\\/' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
