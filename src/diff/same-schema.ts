import { sameJson } from '../ir/equal.js';
import { isRecord } from '../ir/json.js';
import { tokens } from '../ir/pointer.js';

const WORDS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'default',
  'examples',
  'example',
  'deprecated',
  'readOnly',
  'writeOnly',
  '$comment',
]);
/** References by name or from elsewhere: only whole documents tell whether they mean the same. */
const FAR: ReadonlySet<string> = new Set([
  '$id',
  'id',
  '$anchor',
  '$dynamicRef',
  '$recursiveRef',
  '$dynamicAnchor',
  '$recursiveAnchor',
]);
const DEEPEST = 200;

/** Whether two JSON Schemas of two documents say the same; where that is not plain to see, they do not. */
export function sameSchema(a: unknown, b: unknown, roots: readonly [unknown, unknown], keyword = ''): boolean {
  const assumed = new Set<string>();
  const same = (x: unknown, y: unknown, depth: number, named: boolean): boolean => {
    if (x === y) return true;
    if (depth > DEEPEST) return false;
    if (Array.isArray(x))
      return Array.isArray(y) && x.length === y.length && x.every((item, index) => same(item, y[index], depth + 1, false));
    if (!isRecord(x) || !isRecord(y)) return false;
    const counts = (key: string) => named || (!WORDS.has(key) && !key.startsWith('x-'));
    const keys = Object.keys(x).filter(counts);
    if (keys.length !== Object.keys(y).filter(counts).length) return false;
    return keys.every((key) => {
      if (!Object.hasOwn(y, key)) return false;
      if (!named && FAR.has(key)) return false;
      if (!named && (key === 'enum' || key === 'const')) return sameJson(x[key], y[key]);
      if (!named && key === '$ref') return sameTarget(x[key], y[key], depth);
      return same(x[key], y[key], depth + 1, !named && NAMING.has(key));
    });
  };
  const sameTarget = (x: unknown, y: unknown, depth: number): boolean => {
    const key = JSON.stringify([x, y]);
    if (assumed.has(key)) return true;
    assumed.add(key);
    const [one, other] = [target(x, roots[0]), target(y, roots[1])];
    return one !== undefined && other !== undefined && same(one, other, depth + 1, false);
  };
  return same(a, b, 0, NAMING.has(keyword));
}

/** Keywords whose members are names, not keywords. */
const NAMING: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  'dependentRequired',
  'dependencies',
  '$defs',
  'definitions',
]);

function target(reference: unknown, root: unknown): unknown {
  if (reference === '#') return root;
  if (typeof reference !== 'string' || !reference.startsWith('#/') || reference.includes('%')) return undefined;
  let at: unknown = root;
  for (const token of tokens(reference.slice(1))) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, token)) return undefined;
    if (isRecord(at) && typeof at['$id'] === 'string' && at !== root) return undefined;
    at = (at as Record<string, unknown>)[token];
  }
  return at;
}
