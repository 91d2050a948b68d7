import type { Issue, Step } from '../../read/source.js';

/** A value visited as often as this is no ordinary answer: shared parts that unfold without end. */
const MOST_NODES = 5_000_000;

/** What keeps a value from being JSON no deeper than `maxDepth`; undefined when nothing does. */
export function notJson(value: unknown, maxDepth: number): Issue | undefined {
  const walk: Walk = { left: MOST_NODES, path: [], message: '', code: 'finish', value: undefined };
  if (!faulty(value, maxDepth, walk)) return undefined;
  const { message, code } = walk;
  return { path: walk.path.reverse(), message, code, ...(walk.value !== undefined && { value: walk.value }) };
}

interface Walk {
  left: number;
  path: Step[];
  message: string;
  code: string;
  value: unknown;
}

function faulty(value: unknown, depthLeft: number, walk: Walk): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return false;
    case 'number':
      return Number.isFinite(value) ? false : fault(walk, `Expected a JSON value, but found ${value}.`, value);
    case 'object':
      break;
    default:
      return fault(walk, `Expected a JSON value, but found ${value === undefined ? 'undefined' : `a ${typeof value}`}.`, value);
  }
  if (value === null) return false;
  if (depthLeft <= 0) return fault(walk, 'The value is nested too deeply to be checked.', undefined, 'too-deep');
  if (--walk.left < 0) return fault(walk, 'The value has too many parts to be checked.', undefined, 'too-large');
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) if (faulty(value[index], depthLeft - 1, walk)) return step(walk, index);
    return false;
  }
  for (const key of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[key];
    if (inner !== undefined && faulty(inner, depthLeft - 1, walk)) return step(walk, key);
  }
  return false;
}

function fault(walk: Walk, message: string, value: unknown, code = 'finish'): true {
  walk.message = message;
  walk.code = code;
  walk.value = value;
  return true;
}

function step(walk: Walk, step: Step): true {
  walk.path.push(step);
  return true;
}
