import type { Json } from '../../src/ir/json.js';
import type { Draw } from './draw.js';
import { sampleAny } from './generate/instance/any.js';

type Place = { readonly at: Json; put(value: Json): unknown };

/** Every place in a value, with a way to change what stands there. */
function places(value: Json, put: (value: Json) => unknown): Place[] {
  const own: Place[] = [{ at: value, put }];
  if (Array.isArray(value))
    return own.concat(value.flatMap((item, index) => places(item, (next) => value.splice(index, 1, next))));
  if (typeof value !== 'object' || value === null) return own;
  return own.concat(
    Object.keys(value).flatMap((key) =>
      places(value[key] as Json, (next) =>
        Object.defineProperty(value, key, { value: next, writable: true, enumerable: true, configurable: true }),
      ),
    ),
  );
}

function capitals(text: string, draw: Draw): string {
  return draw.pick([text.toUpperCase(), text.toLowerCase(), text.replace(/(^| )(\p{L})/gu, (whole) => whole.toUpperCase())]);
}

/** What a model, or an attacker, might make of one place. */
function changed(value: Json, draw: Draw): Json {
  if (draw.chance(20)) return sampleAny(draw);
  if (typeof value === 'string')
    return draw.pick([capitals(value, draw), `${value} `, value.slice(0, -1), 0, [value], `"${value}"`, '{"a":', 'n1', 'n2', '']);
  if (typeof value === 'number')
    return draw.pick([-value, value + 0.5, String(value), value * 1e10, Number.MAX_SAFE_INTEGER + 1]);
  if (typeof value === 'boolean') return draw.pick<Json>([!value, String(value), 0]);
  if (value === null) return draw.pick<Json>([{}, [], '', 0]);
  if (Array.isArray(value)) {
    const first = value[0];
    return draw.pick<Json>([
      value.slice(1),
      first === undefined ? [null] : [...value, first],
      [...value].reverse(),
      Object.fromEntries(value.map((item, index) => [String(index), item])),
      [...value, sampleAny(draw)],
    ]);
  }
  const keys = Object.keys(value);
  const entries = Object.entries(value);
  const key = keys.length > 0 ? draw.pick(keys) : 'a';
  const other = draw.pick(['__proto__', 'extra', 'constructor', key.toUpperCase(), 'toString']);
  return draw.pick<Json>([
    Object.fromEntries(entries.filter(([name]) => name !== key)),
    Object.fromEntries([...entries, [other, value[key] ?? null]]),
    Object.fromEntries(entries.map(([name, item]) => [name === key ? other : name, item])),
    entries.map(([name, item]) => ({ key: name, value: item })),
    { ...value, [key]: draw.pick(Object.values(value).length > 0 ? Object.values(value) : [null]) },
  ]);
}

/** A copy of a wire value with one or two places changed: types swapped, capitals changed, keys dropped, added, renamed, ids repeated or dangling. */
export function mutate(value: Json, draw: Draw): Json {
  let root = JSON.parse(JSON.stringify(value)) as Json;
  for (let times = draw.upTo(1); times >= 0; times--) {
    const all = places(root, (next) => {
      root = next;
    });
    const place = draw.pick(all);
    if (draw.chance(25)) place.put(draw.pick(all.map((each) => JSON.parse(JSON.stringify(each.at)) as Json)));
    else place.put(changed(place.at, draw));
  }
  return root;
}

/** Text that is hardly JSON: cuts, doubled keys, stray marks, prose. */
export function spoil(text: string, draw: Draw): string {
  const at = draw.upTo(text.length);
  return draw.pick([
    text.slice(0, at),
    `${text.slice(0, at)}${draw.pick(['}', ',', '"', '\\', '\u0000', '\ud800', '[', ':', 'NaN', '-', '1e999'])}${text.slice(at)}`,
    `\`\`\`json\n${text}\n\`\`\``,
    `${text}${text}`,
    `{"a":1,${text.slice(1)}`,
    text.replace(/"/g, "'"),
    `\ufeff${text}`,
    'I cannot help with that.',
    '',
  ]);
}
