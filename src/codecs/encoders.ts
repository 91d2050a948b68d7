import { encoder as bigint } from './bigint.js';
import { encoder as bytes } from './bytes.js';
import { encoder as child } from './child.js';
import type { Encoder } from './codec.js';
import { encoder as date } from './date.js';
import { encoder as entries } from './entries.js';
import { encoder as fields } from './fields.js';
import { encoder as labels } from './labels.js';
import { encoder as lists } from './lists.js';
import { encoder as map } from './map.js';
import { encoder as maybe } from './maybe.js';
import { encoder as nan } from './nan.js';
import { encoder as node } from './node.js';
import { encoder as oneOf } from './one-of.js';
import { encoder as set } from './set.js';
import { encoder as table } from './table.js';
import { encoder as tagged } from './tagged.js';
import { encoder as text } from './text.js';
import { encoder as tuple } from './tuple.js';
import { encoder as undefinedValue } from './undefined.js';
import { encoder as url } from './url.js';
import { encoder as wrap } from './wrap.js';

export const encoders: ReadonlyMap<string, Encoder> = /* @__PURE__ */ new Map<string, Encoder>(
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

/** How a codec is written, and for which values; every codec is here and in `decoders.ts`. */
export function encoderOf(codec: string): Encoder {
  const encoder = encoders.get(codec);
  if (!encoder) throw new TypeError(`there is no codec named ${codec}`);
  return encoder;
}
