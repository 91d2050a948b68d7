import type { Codec } from './codec.js';
import { entries } from './entries.js';
import { fields } from './fields.js';
import { bigint, bytes, date, map, nan, set, undefinedValue, url } from './instances.js';
import { labels } from './labels.js';
import { oneOf } from './one-of.js';
import { child, node, table } from './tables.js';
import { text } from './text.js';
import { tuple } from './tuple.js';
import { lists, maybe, tagged, wrap } from './unions.js';

export type { Codec } from './codec.js';

/** Every codec by its name. */
export const codecs: ReadonlyMap<string, Codec> = new Map(
  [
    text,
    entries,
    fields,
    tuple,
    labels,
    oneOf,
    tagged,
    maybe,
    lists,
    wrap,
    table,
    child,
    node,
    date,
    bigint,
    url,
    bytes,
    nan,
    undefinedValue,
    set,
    map,
  ].map((codec) => [codec.name, codec]),
);

export function codecOf(name: string): Codec {
  const codec = codecs.get(name);
  if (!codec) throw new TypeError(`there is no codec named ${name}`);
  return codec;
}
