import { withFacet } from '../../ir/attach.js';
import { isRecord } from '../../ir/json.js';
import type { Special } from '../json-schema/index.js';
import { References } from '../json-schema/references.js';
import type { Findings } from '../source.js';
import { record, tuple } from './collections.js';
import { withFormat } from './formats.js';
import { instances } from './instances.js';
import { Names } from './names.js';
import type { Meanings } from './occurrences.js';
import { plain, readable } from './plain.js';
import { kindOf, type Version } from './recognise.js';
import { group, reference } from './references.js';
import type { Reader, Site } from './site.js';
import { expression, string } from './texts.js';
import { unknownType, unsupported } from './unsupported.js';

const READERS: ReadonlyMap<string, Reader> = new Map(
  Object.entries({
    ...instances,
    ...unsupported,
    Record: record,
    Tuple: tuple,
    RegExp: expression,
    String: string,
    Cyclic: group,
    Import: group,
    Ref: reference,
    This: reference,
  }),
);

/** TypeBox 1.x also checks these types where a bare JSON Schema states them. */
const BARE: ReadonlyMap<unknown, string> = new Map(
  ['BigInt', 'Undefined', 'Void', 'Symbol', 'Function', 'Constructor'].map((kind) => [kind.toLowerCase(), kind]),
);
/** Kinds that the JSON Schema reader reads by itself. */
const ORDINARY = new Set(['Any', 'Argument', 'Array', 'Boolean', 'Dependent', 'Enum', 'Integer', 'Intersect', 'Never', 'Not', 'Null', 'Number', 'Object', 'TemplateLiteral', 'Union', 'Unknown']);

/** Reads what TypeBox adds to JSON Schema; everything else is left to the JSON Schema reader. */
export function special(schema: Record<string, unknown>, version: Version, findings: Findings, meanings: Meanings): Special {
  const names = new Names(schema, version, findings, meanings);
  const bare = new WeakSet<object>();
  let base: string | undefined;
  return (origin, path, walk) => {
    if (bare.has(origin)) return undefined;
    const kind = kindOf(origin) ?? (version === 'v1' ? BARE.get(origin.type) : undefined);
    const read = kind === undefined || ORDINARY.has(kind) ? undefined : (READERS.get(kind) ?? unknownType);
    const refinements = origin['~refine'];
    const node = readable(origin);
    const { format } = node;
    if (!read && !refinements && node === origin && format === undefined) return undefined;
    const site: Site = {
      kind: kind ?? 'Unsafe',
      node,
      path,
      version,
      names,
      findings,
      base: () => (base ??= new References(schema).root.uri),
      walk: (child, at) => {
        if (at === path && isRecord(child)) bare.add(child);
        return walk(child, at);
      },
    };
    const own = read?.(site);
    if (!own && !refinements && node === origin && format === undefined) return undefined;
    const whole = own ?? site.walk(plain(node), path);
    const shape = typeof format === 'string' ? withFormat(whole, format, version) : whole;
    const refined = Array.isArray(refinements) ? withFacet(shape, { keyword: '~refine', value: refinements.length, path }) : shape;
    for (const facet of refined.facets ?? []) if (facet.path === path) meanings.constrains(path, facet.keyword);
    for (const keyword of ['default', 'examples']) if (origin[keyword] !== undefined && node[keyword] === undefined) meanings.inert(path, keyword, 'its value is no JSON');
    if (kind === 'RegExp') for (const keyword of ['source', 'flags']) meanings.inert(path, keyword, 'read as `pattern`');
    return refined;
  };
}
