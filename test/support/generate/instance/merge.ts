import type { Json } from '../../../../src/ir/json.js';
import { isNode, type Node } from './resolve.js';

const TYPES = ['string', 'number', 'boolean', 'null', 'object', 'array'];

function typesOf(node: Node): string[] {
  const type = node['type'];
  return type === undefined ? TYPES : ([type].flat() as string[]);
}

function both(left: string[], right: string[]): string[] {
  const some = left.filter((type) => right.includes(type) || (type === 'integer' && right.includes('number')));
  if (left.includes('number') && right.includes('integer')) some.push('integer');
  return some;
}

function mergeMaps(left: Json | undefined, right: Json | undefined): Json {
  const result = new Map<string, Json>(Object.entries(isNode(left) ? left : {}));
  for (const [key, schema] of Object.entries(isNode(right) ? right : {})) {
    const other = result.get(key);
    result.set(key, other === undefined ? schema : { allOf: [other, schema] });
  }
  return Object.fromEntries(result);
}

const LEAST = ['minimum', 'minLength', 'minItems', 'minProperties', 'exclusiveMinimum'];
const MOST = ['maximum', 'maxLength', 'maxItems', 'maxProperties', 'exclusiveMaximum'];

/** One node that both admit, roughly: good enough to draw values from, which are then checked by Ajv. */
export function merge(left: Node, right: Node): Node {
  const result: { [keyword: string]: Json } = { ...left };
  for (const [keyword, value] of Object.entries(right)) {
    const other = result[keyword];
    if (other === undefined) result[keyword] = value;
    else if (keyword === 'type') result[keyword] = both(typesOf(left), typesOf(right));
    else if (keyword === 'properties' || keyword === 'patternProperties' || keyword === '$defs')
      result[keyword] = mergeMaps(other, value);
    else if (keyword === 'required') result[keyword] = [...new Set([other, value].flat())] as Json;
    else if (keyword === 'enum')
      result[keyword] = (other as Json[]).filter((each) => JSON.stringify(value).includes(JSON.stringify(each)));
    else if (keyword === 'allOf') result[keyword] = [other, value].flat();
    else if (keyword === 'anyOf' || keyword === 'oneOf')
      result['allOf'] = [...((result['allOf'] as Json[] | undefined) ?? []), { [keyword]: value }];
    else if (keyword === 'items' || keyword === 'additionalProperties')
      result[keyword] = other === false || value === false ? false : { allOf: [other, value] };
    else if (LEAST.includes(keyword)) result[keyword] = Math.max(Number(other), Number(value));
    else if (MOST.includes(keyword)) result[keyword] = Math.min(Number(other), Number(value));
    else result[keyword] = value;
  }
  return result;
}
