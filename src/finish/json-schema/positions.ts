import { isRecord } from '../../ir/json.js';

type Position = 'one' | 'list' | 'either' | 'map';

/** Where a schema holds schemas: one, a list of them, either of both, or schemas by name. */
export const POSITIONS: ReadonlyMap<string, Position> = new Map<string, Position>([
  ['additionalItems', 'one'],
  ['additionalProperties', 'one'],
  ['contains', 'one'],
  ['contentSchema', 'one'],
  ['else', 'one'],
  ['if', 'one'],
  ['not', 'one'],
  ['propertyNames', 'one'],
  ['then', 'one'],
  ['unevaluatedItems', 'one'],
  ['unevaluatedProperties', 'one'],
  ['items', 'either'],
  ['allOf', 'list'],
  ['anyOf', 'list'],
  ['oneOf', 'list'],
  ['prefixItems', 'list'],
  ['$defs', 'map'],
  ['definitions', 'map'],
  ['dependencies', 'map'],
  ['dependentSchemas', 'map'],
  ['patternProperties', 'map'],
  ['properties', 'map'],
]);

/** Calls `visit` for every schema that stands directly in a schema. Property names are never mistaken for keywords. */
export function eachSubschema(
  schema: Record<string, unknown>,
  visit: (child: unknown, keyword: string, key?: string | number) => void,
): void {
  for (const keyword of Object.keys(schema)) {
    const position = POSITIONS.get(keyword);
    if (position === undefined) continue;
    const value = schema[keyword];
    if (position === 'map') {
      if (isRecord(value)) for (const key of Object.keys(value)) if (!Array.isArray(value[key])) visit(value[key], keyword, key);
    } else if (Array.isArray(value)) {
      if (position !== 'one') for (const [index, child] of value.entries()) visit(child, keyword, index);
    } else if (position !== 'list') visit(value, keyword);
  }
}
