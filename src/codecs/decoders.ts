import { decode as bigint } from './bigint.js';
import { decode as bytes } from './bytes.js';
import { decode as child } from './child.js';
import type { Decode } from './codec.js';
import { decode as date } from './date.js';
import { decode as entries } from './entries.js';
import { decode as fields } from './fields.js';
import { decode as labels } from './labels.js';
import { decode as lists } from './lists.js';
import { decode as map } from './map.js';
import { decode as maybe } from './maybe.js';
import { decode as nan } from './nan.js';
import { decode as node } from './node.js';
import { decode as oneOf } from './one-of.js';
import { decode as set } from './set.js';
import { decode as table } from './table.js';
import { decode as tagged } from './tagged.js';
import { decode as text } from './text.js';
import { decode as tuple } from './tuple.js';
import { decode as undefinedValue } from './undefined.js';
import { decode as url } from './url.js';
import { decode as wrap } from './wrap.js';

export const decoders: ReadonlyMap<string, Decode> = /* @__PURE__ */ new Map<string, Decode>(
  /* @__PURE__ */ Object.entries({
    bigint,
    bytes,
    child,
    date,
    entries,
    fields,
    labels,
    lists,
    map,
    maybe,
    nan,
    node,
    'one-of': oneOf,
    set,
    table,
    tagged,
    text,
    tuple,
    undefined: undefinedValue,
    url,
    wrap,
  }),
);

/** How a codec is read; every codec is here and in `encoders.ts`. */
export function decoderOf(codec: string): Decode {
  const decode = decoders.get(codec);
  if (!decode) throw new TypeError(`there is no codec named ${codec}`);
  return decode;
}
