import { argument, wireItems, wireObject } from '../codecs/codec.js';
import { layoutOf, liftShape } from '../codecs/fields.js';
import { isRecord } from '../ir/json.js';
import type { CodedShape, Shape } from '../ir/shape.js';
import type { Step } from '../read/source.js';
import { chooseOption } from './choose-option.js';
import type { Lowered } from './lowered.js';

/** A place on the wire: where, its shape, and what stands there. */
interface Place {
  readonly path: readonly Step[];
  readonly shape: Shape;
  readonly wire: unknown;
}

/** More moves than this are made only where ids of nodes go in circles. */
const MOST_MOVES = 10_000;

/**
 * Where on the wire a place of the source value lies; the nearest place around it, and `exact: false`, where a step can't be followed.
 * Never throws.
 */
export function wirePlace(
  lowered: Lowered,
  wire: unknown,
  path: readonly Step[],
): { readonly path: readonly Step[]; readonly exact: boolean } {
  const run = new Following(lowered, path);
  const end = run.follow({ path: [], shape: lowered.document.root, wire });
  return { path: end.path, exact: run.left === 0 };
}

class Following {
  readonly #lowered: Lowered;
  readonly #steps: Step[];
  readonly #tables = new Map<string, Place>();

  constructor(lowered: Lowered, path: readonly Step[]) {
    this.#lowered = lowered;
    this.#steps = [...path].reverse();
  }

  get left(): number {
    return this.#steps.length;
  }

  follow(from: Place): Place {
    let place = from;
    for (let moves = 0; this.left > 0 && moves < MOST_MOVES; moves++) {
      const next = this.#next(place);
      if (!next) return place;
      place = next;
    }
    return place;
  }

  /** One move: to the node of the same value, or one step into it. */
  #next(at: Place): Place | undefined {
    const { shape, wire, path } = at;
    switch (shape.kind) {
      case 'ref':
        return { path, shape: this.#lowered.resolve(shape.name), wire };
      case 'union': {
        const option = chooseOption(shape, wire, this.#lowered);
        return option && { path, shape: option, wire };
      }
      case 'array':
        return this.#into(at, (step) => ({ key: step, shape: shape.items }));
      case 'object':
        return this.#into(at, (step) => {
          const property = this.#lowered.properties(shape).get(String(step));
          return property && { key: step, shape: property.shape };
        });
      case 'coded':
        return this.#coded(at, shape);
      default:
        return undefined;
    }
  }

  #coded(at: Place, shape: CodedShape): Place | undefined {
    const { wire, path } = at;
    switch (shape.codec) {
      case 'entries':
        return this.#entry(at, wireItems(shape.wire));
      case 'fields':
        return this.#field(at, shape);
      case 'tuple': {
        const { length } = argument<{ length: number }>(shape);
        const index = Number(this.#steps.pop());
        if (index < length) this.#steps.push(`item${index}`);
        else this.#steps.push(index - length, 'rest');
        return { path, shape: shape.wire, wire };
      }
      case 'set':
        return { path, shape: shape.wire, wire };
      case 'map':
        return this.#into(at, (step) => ({ key: step, shape: wireItems(shape.wire) }), 'value');
      case 'tagged':
      case 'wrap':
        return inner(at, 'value', wireObject(shape));
      case 'maybe':
        return Array.isArray(wire) && wire.length > 0
          ? { path: [...path, 0], shape: wireItems(shape.wire), wire: wire[0] }
          : undefined;
      case 'lists':
        for (const { key, shape: list } of wireObject(shape).properties) {
          const items = isRecord(wire) ? wire[key] : undefined;
          if (Array.isArray(items) && items.length > 0)
            return { path: [...path, key, 0], shape: wireItems(list), wire: items[0] };
        }
        return undefined;
      case 'table': {
        this.#tables.set(argument<{ table: string }>(shape).table, at);
        const root = wireObject(shape).properties[0];
        return root && inner(at, root.key, wireObject(shape));
      }
      case 'child':
        return this.#node(at, shape);
      case 'node': {
        const { value } = argument<{ value?: string }>(shape);
        return value === undefined ? { path, shape: shape.wire, wire } : inner(at, value, wireObject(shape));
      }
      default:
        return undefined;
    }
  }

  /** Takes the next step, where the wire holds what it leads to; `below` is a property still to be entered. */
  #into(
    at: Place,
    find: (step: Step) => { readonly key: Step; readonly shape: Shape } | undefined,
    below?: string,
  ): Place | undefined {
    const step = this.#steps[this.left - 1] as Step;
    const found = find(step);
    if (!found || !holds(at.wire, found.key)) return undefined;
    const place = { path: [...at.path, found.key], shape: found.shape, wire: at.wire[found.key] };
    const end = below === undefined || found.shape.kind !== 'object' ? place : inner(place, below, found.shape);
    if (end) this.#steps.pop();
    return end;
  }

  #entry(at: Place, items: Shape): Place | undefined {
    const step = this.#steps[this.left - 1];
    const index = Array.isArray(at.wire) ? at.wire.findIndex((entry) => isRecord(entry) && entry['key'] === step) : -1;
    if (index < 0) return undefined;
    return this.#into(at, () => ({ key: index, shape: items }), 'value');
  }

  #field(at: Place, shape: CodedShape): Place | undefined {
    const step = this.#steps[this.left - 1];
    for (const [key, { field, property, source }] of layoutOf(shape).byKey) {
      if (field.role === 'entries') {
        const list = inner(at, key, wireObject(shape));
        const entry = list && this.#entry(list, wireItems(property.shape));
        if (entry) return entry;
      } else if (field.role === undefined && source === step) {
        const value = this.#into(at, () => ({ key, shape: property.shape }));
        if (!value || field.absence !== 'list') return value;
        return Array.isArray(value.wire) && value.wire.length > 0
          ? { path: [...value.path, 0], shape: liftShape(field, property.shape), wire: value.wire[0] }
          : value;
      }
    }
    return undefined;
  }

  /** From the id of a node to the node. */
  #node({ wire }: Place, shape: CodedShape): Place | undefined {
    const { table, list } = argument<{ table: string; list: string }>(shape);
    const home = this.#tables.get(table);
    const nodes = home?.shape.kind === 'coded' && inner(home, list, wireObject(home.shape));
    if (!nodes || !Array.isArray(nodes.wire)) return undefined;
    const items = wireItems(nodes.shape);
    const { id } = argument<{ id: string }>(items as CodedShape);
    const index = nodes.wire.findIndex((node) => isRecord(node) && node[id] === wire);
    return index < 0 ? undefined : { path: [...nodes.path, index], shape: items, wire: nodes.wire[index] };
  }
}

function holds(wire: unknown, key: Step): wire is Record<Step, unknown> {
  return typeof wire === 'object' && wire !== null && Object.hasOwn(wire, key);
}

/** The property of a wire object, without taking a step of the source. */
function inner(at: Place, key: string, shape: Extract<Shape, { kind: 'object' }>): Place | undefined {
  const property = shape.properties.find((candidate) => candidate.key === key);
  return property && holds(at.wire, key) ? { path: [...at.path, key], shape: property.shape, wire: at.wire[key] } : undefined;
}
