import { sameJson } from '../../ir/equal.js';
import { isRecord } from '../../ir/json.js';
import { matcher } from '../../ir/matcher.js';
import type { ObjectShape, Shape } from '../../ir/shape.js';
import { follow } from '../follow.js';
import { type Answer, both, every, some } from './answer.js';
import { keeps } from './keeps.js';

export interface Asked {
  resolve(name: string): Shape | undefined;
  readonly dialect: string;
  hasCode(path: string): boolean;
  /** Only the TypeScript type counts. */
  readonly types: boolean;
}

const DEEPEST = 60;

/** Whether a shape as read admits a value. */
export function admits(shape: Shape, value: unknown, asked: Asked, depth = 0): Answer {
  if (depth > DEEPEST) return undefined;
  const form = formOf(shape, value, asked, depth);
  if (form === false || asked.types) return form;
  const facets = every(shape.facets ?? [], (facet) => keeps(facet, value, shape, asked));
  return both(form, both(facets, asked.hasCode(shape.path) ? undefined : true));
}

function formOf(shape: Shape, value: unknown, asked: Asked, depth: number): Answer {
  const inner = (part: Shape, held: unknown): Answer => admits(part, held, asked, depth + 1);
  switch (shape.kind) {
    case 'any':
      return shape.of === undefined || isRecord(value);
    case 'never':
      return false;
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && (asked.types || !shape.integer || Number.isInteger(value));
    case 'literal':
      return shape.values.some((each) => sameJson(each, value));
    case 'array':
      if (!Array.isArray(value)) return false;
      return every(value, (item, index) => inner(shape.prefix[index] ?? shape.items, item));
    case 'object':
      return isRecord(value) ? objectAdmits(shape, value, asked, inner) : false;
    case 'union':
      return some(shape.options, (option) => inner(option, value));
    case 'loose': {
      const option = shape.options.find(({ kind }) => kind === kindOf(value));
      return option ? inner(option, value) : true;
    }
    case 'all':
      return both(
        every(shape.parts, (part) => inner(part, value)),
        shape.unevaluatedProperties || shape.unevaluatedItems || asked.dialect === 'zod' ? undefined : true,
      );
    case 'ref': {
      const target = follow(shape, asked.resolve);
      return target && inner(target, value);
    }
    default:
      return value === undefined || typeof value === 'object' || typeof value === 'bigint' || Number.isNaN(value)
        ? undefined
        : false;
  }
}

type Inner = (part: Shape, held: unknown) => Answer;

function objectAdmits(shape: ObjectShape, value: Record<string, unknown>, asked: Asked, inner: Inner): Answer {
  const required = [...shape.properties.filter((property) => property.required).map(({ key }) => key), ...(shape.demands ?? [])];
  if (required.some((key) => !Object.hasOwn(value, key))) return asked.dialect === 'zod' ? undefined : false;
  return every(Object.keys(value), (key) => {
    const declared = shape.properties.find((property) => property.key === key)?.shape;
    if (declared) return inner(declared, value[key]);
    const keys = shape.keys ? inner(shape.keys, key) : true;
    const matching = shape.patterns.filter(({ pattern }) => matcher(pattern)(key));
    if (matching.length > 0)
      return both(
        keys,
        every(matching, (entry) => inner(entry.shape, value[key])),
      );
    if (asked.types && shape.rest.kind === 'never') return true;
    return both(keys, shape.openness === 'strip' || shape.openness === 'implicit' ? true : inner(shape.rest, value[key]));
  });
}

export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'object' ? 'object' : typeof value;
}
