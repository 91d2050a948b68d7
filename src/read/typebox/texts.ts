import type { Facet, Shape } from '../../ir/shape.js';
import { isRegExp } from '../json-schema/scalars.js';
import { plain } from './plain.js';
import type { Site } from './site.js';

/** Flags that change which texts an expression matches, when it is asked once. */
const MEANINGFUL = /[imsuvy]/g;

/** `Type.RegExp` (0.34): a string that an expression with flags matches. */
export function expression(site: Site): Shape | undefined {
  const { source, flags } = site.node;
  if (typeof source !== 'string' || !isRegExp(source)) return undefined;
  const { meanings } = site.reading;
  meanings.constrains(site.path, 'pattern');
  for (const keyword of ['source', 'flags']) meanings.inert(site.path, keyword, 'read as `pattern`');
  return matching(site, source, typeof flags === 'string' ? flags : '');
}

/** `Type.String` whose pattern is a RegExp object (1.x), and patterns of 0.34, which it reads without the flag `u`. */
export function patterned(site: Site): Shape | undefined {
  const { pattern } = site.node;
  if (pattern instanceof RegExp) return matching(site, pattern.source, pattern.flags);
  return typeof pattern === 'string' && isRegExp(pattern) ? matching(site, pattern, '') : undefined;
}

function matching(site: Site, source: string, flags: string): Shape {
  const bare = plain(site.node);
  bare.type = 'string';
  delete bare.pattern;
  const shape = site.instead(bare);
  const meaning = flags.match(MEANINGFUL)?.join('');
  const facet: Facet = { keyword: 'pattern', value: source, path: site.path, ...(meaning && { flags: meaning }) };
  return { ...shape, facets: [...(shape.facets ?? []), facet] };
}
