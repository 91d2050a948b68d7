import type { Draw } from '../../emulator/random.js';
import type { Shape } from '../../ir/shape.js';
import { follow } from '../follow.js';
import { type Asked, admits } from '../includes/admits.js';
import { arraysOf } from './arrays.js';
import { instancesOf } from './instances.js';
import { limitsOf, literalsOf } from './limits.js';
import { objectsOf } from './objects.js';
import { numbers, texts } from './scalars.js';

type Resolve = (name: string) => Shape | undefined;

const MOST = 400;
const DEEPEST = 8;
const FREE: readonly unknown[] = [{}, 'text', 0, true, null, [], { a: 1 }, ['x', 1], { key: { nested: [null] } }, -1.5, ''];

export interface SamplerOptions {
  /** Definitions of the shapes that values are drawn from, and of those that read them. */
  readonly written: Resolve;
  readonly read: Resolve;
  readonly draw: Draw;
  readonly dialect: string;
}

/** Draws values from a shape: each literal, each option, the edges of each bound, each optional property present and absent. */
export class Sampler {
  readonly draw: Draw;
  readonly #options: SamplerOptions;
  readonly #asked: Asked;

  constructor(options: SamplerOptions) {
    this.#options = options;
    this.draw = options.draw;
    this.#asked = { resolve: options.written, dialect: options.dialect, hasCode: () => false, types: false };
  }

  written(shape: Shape): Shape | undefined {
    return follow(shape, this.#options.written);
  }

  read(shape: Shape | undefined): Shape | undefined {
    return shape && follow(shape, this.#options.read);
  }

  /** A value, the simplest first choice; undefined where none is found. `turn` asks for another one. */
  one(shape: Shape, depth: number, turn = 0): { readonly value: unknown } | undefined {
    if (depth > DEEPEST) return undefined;
    const found = this.values(shape, undefined, depth, turn + 1);
    return found.length === 0 ? undefined : { value: found[Math.min(turn, found.length - 1)] };
  }

  /** Values of a shape, with the limits of what would read them among those tried; at most `most`. */
  values(shape: Shape, reader: Shape | undefined, depth: number, most = MOST): unknown[] {
    const target = this.written(shape);
    if (!target || depth > DEEPEST) return [];
    const facets = limitsOf(shape, this.#options.written);
    const others = most > 1 ? limitsOf(reader, this.#options.read) : [];
    const keeps = (value: unknown) => admits(shape, value, this.#asked) !== false;
    switch (target.kind) {
      case 'never':
      case 'coded':
      case 'all':
      case 'loose':
        return [];
      case 'null':
        return [null];
      case 'boolean':
        return [true, false];
      case 'literal':
        return target.values.slice(0, MOST);
      case 'any': {
        const values = [...FREE, ...literalsOf(reader, this.#options.read)];
        return values.filter((value) => (target.of === undefined || isObject(value)) && keeps(value));
      }
      case 'number':
        return [...numbers(facets, others, target.integer), ...this.#literals(reader, 'number')].filter(keeps).slice(0, most);
      case 'string':
        return [...texts(facets, others, this.draw), ...this.#literals(reader, 'string')].filter(keeps).slice(0, most);
      case 'array':
        return arraysOf(this, target, [...facets, ...others], this.read(reader), depth, most).filter(keeps);
      case 'object':
        return objectsOf(this, target, this.read(reader), depth, most).filter(keeps);
      case 'union':
        return this.#eachOption(target.options, reader, depth, most).filter(keeps);
      case 'instance':
        return instancesOf(this, target, depth);
      default:
        return [];
    }
  }

  #literals(reader: Shape | undefined, type: string): unknown[] {
    return literalsOf(reader, this.#options.read).filter((value) => typeof value === type);
  }

  /** Options in turn, so that a small number still shows each. */
  #eachOption(options: readonly Shape[], reader: Shape | undefined, depth: number, most: number): unknown[] {
    const read = this.read(reader);
    const readers = read?.kind === 'union' ? read.options : undefined;
    const lists = options.map((option, index) => this.values(option, readers?.[index] ?? reader, depth, most));
    const found: unknown[] = [];
    for (let row = 0; found.length < most && lists.some((list) => row < list.length); row++)
      for (const list of lists) if (row < list.length) found.push(list[row]);
    return found.slice(0, most);
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
