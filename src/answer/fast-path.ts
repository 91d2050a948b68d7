import { argument, type Decoding, FAILED, type Failed, leastItems } from '../codecs/codec.js';
import { decoderOf } from '../codecs/decoders.js';
import type { Decoded } from '../compiled.js';
import { isRecord, setOwn } from '../ir/json.js';
import type { CodedShape, LiteralShape, ObjectShape, Property, Shape, UnionShape } from '../ir/shape.js';
import type { Finisher } from '../read/source.js';
import { accepts } from './accepts.js';
import { keepsLongNumbers, keyLikePlaces } from './json-faithful.js';
import { finish, finishAsync, readText, settled } from './lift.js';
import type { Lowered } from './lowered.js';

/** Lifts what has exactly the form of a shape; `FAILED` for anything else. */
type Take = (wire: unknown) => unknown;

/**
 * Lifts answers that are just what was asked for, in one walk that also proves that reading the text lost nothing. It says only yes: for
 * anything else, be it wrong or merely unusual, it answers `FAILED`, and the decoder that knows the words has to look.
 */
export class FastPath implements Decoding {
  readonly maxDepth: number;
  readonly tables = new Map<string, unknown>();
  readonly #lowered: Lowered;
  readonly #root: Take | undefined;
  /** What is lifted is JSON, and no deeper than the schema. */
  givesJson = true;
  readonly #takes = new Map<Shape, Take>();
  /** Keys met so far. */
  #keys = 0;
  /** A number so large that its digits may have changed. */
  #large = false;
  #depth = 0;
  #failed = false;

  constructor(lowered: Lowered, maxDepth: number) {
    this.#lowered = lowered;
    this.maxDepth = maxDepth;
    if (depthOf(lowered.document.root, lowered) <= maxDepth) this.#root = this.#take(lowered.document.root);
  }

  /** The lifted value of JSON text; `FAILED` where it takes a closer look. Never throws. */
  read(text: string): unknown {
    if (!this.#root) return FAILED;
    this.#keys = 0;
    this.#depth = 0;
    this.#large = false;
    this.#failed = false;
    this.tables.clear();
    try {
      const value = this.#root(JSON.parse(text));
      if (value === FAILED || this.#failed || (this.#large && !keepsLongNumbers(text))) return FAILED;
      // Who takes a key counts it, and the text has at least as many places that look like one as it has keys, repeated ones and all.
      return this.#keys === keyLikePlaces(text) ? value : FAILED;
    } catch {
      return FAILED;
    }
  }

  lift(shape: Shape, wire: unknown): unknown {
    if (this.#depth > this.maxDepth * 2) return FAILED;
    this.#depth++;
    const value = this.#take(shape)(wire);
    this.#depth--;
    return value;
  }

  fail(): Failed {
    this.#failed = true;
    return FAILED;
  }

  repair(): void {
    throw new TypeError('only exact values are taken');
  }

  #take(shape: Shape): Take {
    let take = this.#takes.get(shape);
    if (!take) {
      take = this.#made(shape);
      this.#takes.set(shape, take);
    }
    return take;
  }

  #made(shape: Shape): Take {
    switch (shape.kind) {
      case 'null':
        return (wire) => (wire === null ? wire : FAILED);
      case 'boolean':
        return (wire) => (typeof wire === 'boolean' ? wire : FAILED);
      case 'string':
        return (wire) => (typeof wire === 'string' ? wire : FAILED);
      case 'number':
        return shape.integer ? (wire) => (Number.isInteger(wire) ? this.#number(wire) : FAILED) : (wire) => this.#number(wire);
      case 'literal':
        return this.#literal(shape);
      case 'ref':
        return this.#take(this.#lowered.resolve(shape.name));
      case 'union':
        return this.#union(shape);
      case 'array':
        return this.#array(this.#take(shape.items), !this.#isCoded(shape.items), leastItems(shape));
      case 'object':
        return shape.properties.some((property) => this.#isCoded(property.shape)) ? this.#object(shape) : this.#plain(shape);
      case 'coded':
        return this.#coded(shape);
      default:
        return () => FAILED;
    }
  }

  #number(wire: unknown): unknown {
    if (typeof wire !== 'number') return FAILED;
    if (!(wire <= Number.MAX_SAFE_INTEGER && wire >= -Number.MAX_SAFE_INTEGER)) {
      if (!Number.isFinite(wire)) return FAILED;
      this.#large = true;
    }
    return wire;
  }

  #literal({ values }: LiteralShape): Take {
    const known = new Set<unknown>(values);
    return (wire) => (known.has(wire) ? wire : FAILED);
  }

  #array(take: Take, plain: boolean, least: number): Take {
    if (plain)
      return (wire) => {
        if (!Array.isArray(wire) || wire.length < least) return FAILED;
        for (let index = 0; index < wire.length; index++) if (take(wire[index]) === FAILED) return FAILED;
        return wire;
      };
    return (wire) => {
      if (!Array.isArray(wire) || wire.length < least) return FAILED;
      const lifted: unknown[] = [];
      for (let index = 0; index < wire.length; index++) {
        const value = take(wire[index]);
        if (value === FAILED) return FAILED;
        lifted.push(value);
      }
      return lifted;
    };
  }

  /** Nothing below is encoded: the value is only looked at. A key that is not declared is not counted, and so betrays itself. */
  #plain({ properties }: ObjectShape): Take {
    const parts = properties.map((property) => this.#part(property));
    return (wire) => {
      if (!isRecord(wire)) return FAILED;
      let keys = 0;
      for (let index = 0; index < parts.length; index++) {
        const part = parts[index] as Part;
        const value = part.inherited && !Object.hasOwn(wire, part.key) ? undefined : wire[part.key];
        if (value === undefined) {
          if (part.required) return FAILED;
          continue;
        }
        keys++;
        // Texts and ordinary numbers are by far the most.
        if (part.kind === 'string') {
          if (typeof value !== 'string') return FAILED;
        } else if (part.kind === 'number' && typeof value === 'number' && value < ORDINARY && value > -ORDINARY) {
          // Taken.
        } else if (part.take(value) === FAILED) return FAILED;
      }
      this.#keys += keys;
      return wire;
    };
  }

  #object({ properties }: ObjectShape): Take {
    const parts = new Map(properties.map((property) => [property.key, this.#part(property)]));
    const required = properties.filter((property) => property.required).length;
    return (wire) => {
      if (!isRecord(wire)) return FAILED;
      const target: Record<string, unknown> = {};
      let found = 0;
      for (const key of Object.keys(wire)) {
        const part = parts.get(key);
        const value = part ? part.take(wire[key]) : FAILED;
        if (value === FAILED) return FAILED;
        if (part?.required) found++;
        this.#keys++;
        if (key === '__proto__') setOwn(target, key, value);
        else target[key] = value;
      }
      return found === required ? target : FAILED;
    };
  }

  #part({ key, required, shape }: Property): Part {
    const kind = shape.kind === 'number' && shape.integer ? 'integer' : shape.kind;
    return { key, required, kind, inherited: key in Object.prototype, take: this.#take(shape) };
  }

  /** The option that the decoder would choose: the first that the value has the form of, which the type alone often tells. */
  #union({ options }: UnionShape): Take {
    const byType = new Map<string, readonly Shape[]>(
      TYPES.map((type) => [type, options.filter((option) => mayBe(option, type, this.#lowered))]),
    );
    const takes = new Map(options.map((option) => [option, this.#take(option)]));
    return (wire) => {
      const candidates = byType.get(typeOf(wire)) as readonly Shape[];
      const option =
        candidates.length === 1 ? candidates[0] : candidates.find((candidate) => accepts(candidate, wire, this.#lowered, false));
      return option ? (takes.get(option) as Take)(wire) : FAILED;
    };
  }

  #coded(shape: CodedShape): Take {
    const decode = decoderOf(shape.codec);
    const count = ownKeys(shape);
    if (!PLAIN_CODECS.has(shape.codec)) this.givesJson = false;
    return (wire) => {
      this.#keys += count(wire);
      return decode(shape, wire, this);
    };
  }

  #isCoded(shape: Shape): boolean {
    switch (shape.kind) {
      case 'coded':
        return true;
      case 'ref':
        return this.#isCoded(this.#lowered.resolve(shape.name));
      case 'array':
        return this.#isCoded(shape.items);
      case 'object':
        return shape.properties.some((property) => this.#isCoded(property.shape));
      case 'union':
        return shape.options.some((option) => this.#isCoded(option));
      default:
        return false;
    }
  }
}

/** Codecs that give JSON of JSON, and neither fold a table nor read a text. */
const PLAIN_CODECS: ReadonlySet<string> = new Set([
  ...['entries', 'fields', 'tuple', 'labels', 'one-of', 'tagged', 'maybe', 'lists', 'wrap'],
]);

/** How many keys a codec reads by itself, other than those of the parts that it has lifted. */
function ownKeys(shape: CodedShape): (wire: unknown) => number {
  switch (shape.codec) {
    case 'entries':
    case 'map':
      return keysOfEntries;
    case 'fields': {
      const lists = argument<{ fields: { key: string; role?: string }[] }>(shape).fields.filter(
        ({ role }) => role === 'entries' || role === 'group',
      );
      return (wire) => lists.reduce((sum, { key }) => sum + keysOfEntries(isRecord(wire) ? wire[key] : undefined), keysOf(wire));
    }
    case 'node':
      return argument<{ value?: string }>(shape).value === undefined ? none : keysOf;
    case 'tuple':
      return shape.wire.kind === 'object' ? keysOf : none;
    default:
      return keysOf;
  }
}

function none(): number {
  return 0;
}

function keysOf(wire: unknown): number {
  return isRecord(wire) ? Object.keys(wire).length : 0;
}

function keysOfEntries(wire: unknown): number {
  let sum = 0;
  if (Array.isArray(wire)) for (const entry of wire) sum += keysOf(entry);
  return sum;
}

const ORDINARY = Number.MAX_SAFE_INTEGER;

interface Part {
  readonly key: string;
  readonly kind: Shape['kind'] | 'integer';
  readonly required: boolean;
  /** Every object has something under this name. */
  readonly inherited: boolean;
  readonly take: Take;
}

const TYPES = ['null', 'boolean', 'number', 'string', 'array', 'object'];

function typeOf(wire: unknown): string {
  return wire === null ? 'null' : Array.isArray(wire) ? 'array' : typeof wire;
}

function mayBe(shape: Shape, type: string, lowered: Lowered): boolean {
  switch (shape.kind) {
    case 'ref':
      return mayBe(lowered.resolve(shape.name), type, lowered);
    case 'coded':
      return mayBe(shape.wire, type, lowered);
    case 'union':
      return shape.options.some((option) => mayBe(option, type, lowered));
    case 'literal':
      return shape.values.some((value) => typeOf(value) === type);
    default:
      return shape.kind === type;
  }
}

/** How deep a wire value of a shape can be; the wire is never recursive. */
function depthOf(shape: Shape, lowered: Lowered, known = new Map<Shape, number>()): number {
  const before = known.get(shape);
  if (before !== undefined) return before;
  const depth = (inner: Shape) => depthOf(inner, lowered, known);
  const result = (() => {
    switch (shape.kind) {
      case 'ref':
        return depth(lowered.resolve(shape.name));
      case 'coded':
        return depth(shape.wire);
      case 'union':
        return Math.max(0, ...shape.options.map(depth));
      case 'array':
        return 1 + depth(shape.items);
      case 'object':
        return 1 + Math.max(0, ...shape.properties.map((property) => depth(property.shape)));
      default:
        return 0;
    }
  })();
  known.set(shape, result);
  return result;
}

/** JSON text → lifted, checked and finished, in one walk where that will do. Never throws. */
export function parseText(path: FastPath, lowered: Lowered, schema: Finisher, text: string): Decoded<unknown> {
  const value = path.read(text);
  if (value !== FAILED) return settled(schema.finish(value, path.givesJson), []);
  return readText(text, path.maxDepth, (wire) => finish(lowered, schema, wire, path.maxDepth));
}

/** The same for schemas that need promises. Never rejects. */
export async function parseTextAsync(
  path: FastPath,
  lowered: Lowered,
  schema: Finisher,
  text: string,
): Promise<Decoded<unknown>> {
  const value = path.read(text);
  if (value !== FAILED) return settled(await schema.finishAsync(value, path.givesJson), []);
  return readText(text, path.maxDepth, (wire) => finishAsync(lowered, schema, wire, path.maxDepth));
}
