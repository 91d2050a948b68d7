import type { Step } from '../read/source.js';
import { chooseOption } from './choose-option.js';
import { codedPlace } from './coded-place.js';
import type { Lowered } from './lowered.js';
import type { PlacesOfNodes } from './node-place.js';
import { into, type Place, pathTo, Steps, under } from './place.js';

export interface WirePlace {
  /** Leads to something that is there, in the wire value as it is. */
  readonly path: readonly Step[];
  /** Whether it is the place itself; else the nearest one around it. */
  readonly exact: boolean;
}

/** More moves without a step of the source are made only where the ids of nodes go in circles. */
const MOST_IDLE = 1000;

/**
 * Where on the wire a place of the source value lies. Where a step can't be followed, since what it leads to is missing or inside a text,
 * the nearest place around it. Never throws; `wire` may be anything that JSON can say.
 */
export function wirePlace(lowered: Lowered, wire: unknown, path: readonly Step[]): WirePlace {
  const steps = new Steps(path);
  const nodes: PlacesOfNodes = new Map();
  let place: Place = { trail: undefined, wire, shape: lowered.document.root };
  let certain = place;
  for (let idle = 0; idle < MOST_IDLE; idle++) {
    const { left } = steps;
    const next = nextPlace(place, lowered, steps, nodes);
    if (!next) return { path: pathTo(place), exact: steps.left === 0 };
    place = next;
    if (steps.left === left) continue;
    certain = next;
    idle = 0;
  }
  return { path: pathTo(certain), exact: false };
}

/** Where on a value itself a path leads, or the nearest place around it. */
export function ownPlace(value: unknown, path: readonly Step[]): WirePlace {
  let place: Place = { trail: undefined, wire: value, shape: undefined };
  for (const step of path) {
    const next = under(place, step, undefined);
    if (!next) return { path: pathTo(place), exact: false };
    place = next;
  }
  return { path: pathTo(place), exact: true };
}

/** One move: to the form of the same value, or one step into it. */
function nextPlace(at: Place, lowered: Lowered, steps: Steps, nodes: PlacesOfNodes): Place | undefined {
  const { shape } = at;
  switch (shape?.kind) {
    case 'ref':
      return { ...at, shape: lowered.resolve(shape.name) };
    case 'union': {
      const option = chooseOption(shape, at.wire, lowered);
      return option && { ...at, shape: option };
    }
    case 'coded':
      return codedPlace(at, shape, steps, nodes);
    case 'array':
      return steps.next === undefined ? undefined : into(at, steps, steps.next, shape.items);
    case 'object':
      return steps.next === undefined
        ? undefined
        : into(at, steps, steps.next, lowered.properties(shape).get(String(steps.next))?.shape);
    case undefined:
      return steps.next === undefined ? undefined : into(at, steps, steps.next, undefined);
    default:
      return undefined;
  }
}
