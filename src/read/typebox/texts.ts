import type { Facet, Shape } from '../../ir/shape.js';
import { plain } from './plain.js';
import type { Site } from './site.js';

/** Flags that change what an expression matches, tested from the start; `u` is how JSON Schema reads patterns anyway. */
const MEANINGFUL = /[imsvy]/g;

function patternOf(source: string, flags: string, path: string): Facet {
  const meaning = flags.match(MEANINGFUL)?.join('');
  return { keyword: 'pattern', value: source, path, ...(meaning && { flags: meaning }) };
}

/** `Type.RegExp` (0.34): a string that an expression with flags matches. */
export function expression(site: Site): Shape | undefined {
  const { source, flags } = site.node;
  if (typeof source !== 'string') return undefined;
  const bare = plain(site.node);
  bare.type = 'string';
  delete bare.pattern;
  const shape = site.instead(bare);
  site.reading.meanings.constrains(site.path, 'pattern');
  for (const keyword of ['source', 'flags']) site.reading.meanings.inert(site.path, keyword, 'read as `pattern`');
  return { ...shape, facets: [...(shape.facets ?? []), patternOf(source, typeof flags === 'string' ? flags : '', site.path)] };
}

/** `Type.String` whose pattern is a RegExp object (1.x). */
export function string(site: Site): Shape | undefined {
  const { pattern } = site.node;
  if (!(pattern instanceof RegExp)) return undefined;
  const bare = plain(site.node);
  delete bare.pattern;
  const shape = site.instead(bare);
  return { ...shape, facets: [...(shape.facets ?? []), patternOf(pattern.source, pattern.flags, site.path)] };
}
