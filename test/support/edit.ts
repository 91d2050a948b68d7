import type { Json } from '../../src/ir/json.js';
import type { Draw } from './draw.js';
import { isPlain, jsonCopy } from './same.js';
import { nodeAt, occurrences } from './walk.js';

type Node = { [keyword: string]: Json };

const SCALARS: readonly Node[] = [
  { type: 'string' },
  { type: 'integer' },
  { type: 'number' },
  { type: 'boolean' },
  { type: 'null' },
  { type: 'string', minLength: 2 },
  { type: 'integer', minimum: 1, maximum: 5 },
  { enum: ['red', 'green', 1] },
  { type: 'array', items: { type: 'string' } },
  { type: 'object', properties: { a: { type: 'number' } }, required: ['a'], additionalProperties: false },
];
const BOUNDS =
  /^(minimum|maximum|exclusiveMinimum|exclusiveMaximum|minLength|maxLength|minItems|maxItems|minProperties|maxProperties|multipleOf)$/;
const NEW: Readonly<Record<string, readonly (readonly [string, Json])[]>> = {
  string: [
    ['minLength', 3],
    ['maxLength', 4],
    ['pattern', '^a'],
    ['format', 'email'],
    ['format', 'date'],
  ],
  number: [
    ['minimum', 0],
    ['maximum', 100],
    ['multipleOf', 2],
    ['exclusiveMinimum', 1],
  ],
  array: [
    ['minItems', 1],
    ['maxItems', 2],
    ['uniqueItems', true],
    ['contains', { type: 'string' }],
  ],
  object: [
    ['minProperties', 2],
    ['maxProperties', 1],
    ['additionalProperties', false],
    ['additionalProperties', true],
    ['additionalProperties', { type: 'string' }],
    ['propertyNames', { pattern: '^[a-z]' }],
  ],
};

/** A copy of a JSON Schema with one thing changed, as a developer might change it. */
export function edited(schema: Json, draw: Draw): Json {
  const copy = jsonCopy(schema);
  if (!isPlain(copy)) return draw.pick([true, { type: 'string' }]);
  const paths = [...new Set(occurrences(copy).map(({ path }) => path))];
  for (let turn = 0; turn < 20 && paths.length > 0; turn++) {
    const node = nodeAt(copy, draw.pick(paths));
    if (isPlain(node) && change(node as Node, draw)) return copy;
  }
  (copy as Node)['description'] = 'Other words.';
  return copy as Json;
}

function change(node: Node, draw: Draw): boolean {
  const edit = draw.pick(EDITS);
  return edit(node, draw);
}

const EDITS: readonly ((node: Node, draw: Draw) => boolean)[] = [
  (node, draw) => {
    const bounds = Object.keys(node).filter((key) => BOUNDS.test(key) && typeof node[key] === 'number');
    if (bounds.length === 0) return false;
    const key = draw.pick(bounds);
    const next = (node[key] as number) + draw.pick([1, -1, 2, 5]);
    if (!/imum$/.test(key) && next <= 0) return false;
    node[key] = next;
    return true;
  },
  (node, draw) => {
    const type = node['type'] === 'integer' ? 'number' : String(node['type']);
    if (!Object.hasOwn(NEW, type)) return false;
    const [key, value] = draw.pick(NEW[type] as readonly (readonly [string, Json])[]);
    // The judge lets an empty list pass `contains` beside listed positions.
    if (key === 'contains' && (node['prefixItems'] !== undefined || Array.isArray(node['items']))) return false;
    node[key] = jsonCopy(value);
    return true;
  },
  (node, draw) => {
    const keys = Object.keys(node).filter((key) => !/^(\$ref|\$defs|definitions|\$schema|required)$/.test(key));
    if (keys.length < 2) return false;
    delete node[draw.pick(keys)];
    return true;
  },
  (node, draw) => {
    if (!isPlain(node['properties'])) return false;
    const key = draw.pick(['fresh', 'a', 'other key']);
    node['properties'] = { ...(node['properties'] as Node), [key]: jsonCopy(draw.pick(SCALARS)) };
    if (draw.chance(30)) node['required'] = [...new Set([...((node['required'] as string[] | undefined) ?? []), key])];
    return true;
  },
  (node, draw) => {
    const keys = isPlain(node['properties']) ? Object.keys(node['properties']) : [];
    if (keys.length === 0) return false;
    const gone = draw.pick(keys);
    node['properties'] = Object.fromEntries(Object.entries(node['properties'] as Node).filter(([key]) => key !== gone));
    if (Array.isArray(node['required'])) node['required'] = node['required'].filter((key) => key !== gone);
    return true;
  },
  (node, draw) => {
    const keys = isPlain(node['properties']) ? Object.keys(node['properties']) : [];
    if (keys.length === 0) return false;
    const key = draw.pick(keys);
    const required = (node['required'] as string[] | undefined) ?? [];
    node['required'] = required.includes(key) ? required.filter((other) => other !== key) : [...required, key];
    return true;
  },
  (node, draw) => {
    const values = node['enum'];
    if (!Array.isArray(values)) return false;
    node['enum'] = draw.chance(50) && values.length > 1 ? values.slice(1) : [...values, draw.pick<Json>(['violet', 7, null])];
    return true;
  },
  (node, draw) => {
    const keyword = ['anyOf', 'oneOf', 'allOf'].find((key) => Array.isArray(node[key]));
    if (keyword === undefined) return false;
    const options = node[keyword] as Json[];
    node[keyword] = draw.chance(40) && options.length > 1 ? options.slice(1) : [...options, jsonCopy(draw.pick(SCALARS))];
    return true;
  },
  (node) => {
    if (node['type'] === 'integer') node['type'] = 'number';
    else if (node['type'] === 'number') node['type'] = 'integer';
    else return false;
    return true;
  },
  (node, draw) => {
    const keyword = ['items', 'additionalProperties'].find((key) => isPlain(node[key]));
    if (keyword === undefined) return false;
    node[keyword] = jsonCopy(draw.pick(SCALARS));
    return true;
  },
  (node, draw) => {
    const keys = isPlain(node['properties']) ? Object.keys(node['properties']) : [];
    if (keys.length === 0) return false;
    node['properties'] = { ...(node['properties'] as Node), [draw.pick(keys)]: jsonCopy(draw.pick(SCALARS)) };
    return true;
  },
  (node) => {
    node['description'] = `${String(node['description'] ?? '')} Said otherwise.`;
    return true;
  },
  (node, draw) => {
    if (typeof node['pattern'] === 'string') node['pattern'] = draw.pick(['^a', '^[a-z]+$', '^.{1,9}$']);
    else if (typeof node['format'] === 'string') node['format'] = draw.pick(['email', 'date', 'uri']);
    else return false;
    return true;
  },
];
