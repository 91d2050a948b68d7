import { isRecord } from '../ir/json.js';
import type { Shape } from '../ir/shape.js';
import type { Step } from '../read/source.js';

/** A step on the wire and those before it, so that a step further costs no copy. */
interface Trail {
  readonly step: Step;
  readonly before: Trail | undefined;
}

/** A place on the wire: where it is, what stands there, and its shape where something was asked for there. */
export interface Place {
  readonly trail: Trail | undefined;
  readonly wire: unknown;
  readonly shape: Shape | undefined;
}

export function pathTo({ trail }: Place): readonly Step[] {
  const path: Step[] = [];
  for (let at = trail; at; at = at.before) path.push(at.step);
  return path.reverse();
}

/** The steps of a source path that are still to be taken. */
export class Steps {
  /** The next one last. */
  readonly #left: Step[];

  constructor(path: readonly Step[]) {
    this.#left = [...path].reverse();
  }

  get left(): number {
    return this.#left.length;
  }

  get next(): Step | undefined {
    return this.#left[this.#left.length - 1];
  }

  /** The next step is done; `instead` are to be taken in its place. */
  take(...instead: readonly Step[]): void {
    this.#left.pop();
    this.#left.push(...[...instead].reverse());
  }
}

/** What stands in a list or an object, where there is something. */
export function under({ trail, wire }: Place, step: Step, shape: Shape | undefined): Place | undefined {
  if (Array.isArray(wire)) {
    const index = typeof step === 'number' ? step : /^\d+$/.test(step) ? Number(step) : -1;
    if (!Number.isInteger(index) || index < 0 || index >= wire.length) return undefined;
    return { trail: { step: index, before: trail }, wire: wire[index], shape };
  }
  const key = String(step);
  return isRecord(wire) && Object.hasOwn(wire, key) ? { trail: { step: key, before: trail }, wire: wire[key], shape } : undefined;
}

/** The same, where a step of the source leads there. */
export function into(at: Place, steps: Steps, step: Step, shape: Shape | undefined): Place | undefined {
  const place = under(at, step, shape);
  if (place) steps.take();
  return place;
}

/** A property of a wire object that no step of the source leads to. */
export function part(at: Place, object: Shape | undefined, key: string): Place | undefined {
  const property = object?.kind === 'object' && object.properties.find((candidate) => candidate.key === key);
  return property ? under(at, key, property.shape) : undefined;
}
