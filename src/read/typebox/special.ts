import { withFacet } from '../../ir/attach.js';
import type { Shape } from '../../ir/shape.js';
import type { Special } from '../json-schema/index.js';
import { GROUP } from '../json-schema/vocabulary.js';
import { codeOf } from './code.js';
import { record, tuple } from './collections.js';
import { isWider, withWider } from './formats.js';
import { instances } from './instances.js';
import { plain, readable } from './plain.js';
import { isRecursive, kindOf, type Version } from './recognise.js';
import { group, recursive, reference } from './references.js';
import type { Reader, Reading } from './site.js';
import { expression, patterned } from './texts.js';
import { unknownType, unsupported } from './unsupported.js';

const READERS: ReadonlyMap<string, Reader> = new Map(
  Object.entries({
    ...instances,
    ...unsupported,
    Record: record,
    Tuple: tuple,
    RegExp: expression,
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
const ORDINARY = new Set([
  'Any',
  'Argument',
  'Array',
  'Boolean',
  'Dependent',
  'Enum',
  'Integer',
  'Intersect',
  'Never',
  'Not',
  'Null',
  'Number',
  'Object',
  'Union',
  'Unknown',
]);

function readerOf(kind: string, node: Record<string, unknown>, version: Version): Reader | undefined {
  if (ORDINARY.has(kind)) return undefined;
  if (kind === 'String' || kind === 'TemplateLiteral') {
    const { pattern } = node;
    return pattern !== undefined && (version === 'v0' || typeof pattern === 'object') ? patterned : undefined;
  }
  if (kind === 'Literal') return typeof node.const === 'bigint' ? instances.Literal : undefined;
  return READERS.get(kind) ?? unknownType;
}

/** Reads what TypeBox adds to JSON Schema; everything else is left to the JSON Schema reader. */
export function special(reading: Reading): Special {
  const { version } = reading;
  const opened = new WeakSet<object>();
  let passed: unknown;
  return (origin, path, walk) => {
    if (origin === passed) return undefined;
    const code = codeOf(origin, path);
    if (code) reading.code.push(code);
    const kind = kindOf(origin, version) ?? (version === 'v1' ? BARE.get(origin.type) : undefined);
    let read = kind === undefined ? undefined : readerOf(kind, origin, version);
    // As a definition the node comes here once more.
    if (version === 'v0' && isRecursive(origin) && !opened.has(origin)) {
      opened.add(origin);
      read = recursive;
    }
    const refinements = version === 'v1' ? origin['~refine'] : undefined;
    const node = readable(origin);
    const format = typeof node.format === 'string' && isWider(node.format, version) ? node.format : undefined;
    const ordinary = !refinements && node === origin && format === undefined;
    if (!read && ordinary) return undefined;
    const instead = (schema: Record<string, unknown>): Shape => {
      passed = schema;
      return walk(schema, path);
    };
    const own = read?.({ kind: kind ?? 'Unsafe', node, path, reading, walk, instead });
    if (!own && ordinary) return undefined;
    const whole = own ?? instead(plain(node));
    const shape = format === undefined ? whole : withWider(whole, format);
    const { meanings } = reading;
    for (const facet of shape.facets ?? [])
      if (facet.path === path && !GROUP.has(facet.keyword)) meanings.constrains(path, facet.keyword);
    if (node !== origin)
      for (const keyword of ['default', 'examples'])
        if (node[keyword] === undefined) meanings.inert(path, keyword, 'its value is no JSON');
    if (!Array.isArray(refinements)) return shape;
    meanings.constrains(path, 'refine');
    meanings.inert(path, '~refine', 'listed as `refine`');
    return withFacet(shape, { keyword: 'refine', value: true, path });
  };
}
