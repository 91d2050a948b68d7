import type { Facet, NumberShape, StringShape } from '../../ir/shape.js';
import { malformed, type Node } from './scope.js';

const NUMBER_FORMATS = new Set(['int32', 'int64', 'uint32', 'uint64', 'float', 'double', 'int8', 'int16', 'uint8', 'uint16']);

export function stringShape(node: Node): StringShape {
  const { schema, path } = node;
  const facets: Facet[] = [];
  for (const keyword of ['minLength', 'maxLength'] as const) {
    const value = schema[keyword];
    if (value === undefined) continue;
    if (typeof value !== 'number') malformed(node, keyword, 'a number');
    else if (!(keyword === 'minLength' && value <= 0)) facets.push({ keyword, value, path });
  }
  if (schema.pattern !== undefined) {
    if (typeof schema.pattern !== 'string') malformed(node, 'pattern', 'a regular expression as text');
    else {
      const flags = flagsOf(schema.pattern);
      if (flags === undefined) malformed(node, 'pattern', 'a regular expression that JavaScript can read');
      else facets.push({ keyword: 'pattern', value: schema.pattern, path, ...(flags === 'u' && { flags }) });
    }
  }
  if (schema.format !== undefined) {
    if (typeof schema.format !== 'string') malformed(node, 'format', 'the name of a format');
    else if (!NUMBER_FORMATS.has(schema.format)) facets.push({ keyword: 'format', value: schema.format, path });
  }
  for (const keyword of ['contentEncoding', 'contentMediaType'] as const)
    if (typeof schema[keyword] === 'string') facets.push({ keyword, value: schema[keyword], path });
  return facets.length > 0 ? { kind: 'string', path, facets } : { kind: 'string', path };
}

export function numberShape(node: Node, integer: boolean): NumberShape {
  const { schema, path } = node;
  const facets: Facet[] = [];
  for (const keyword of ['minimum', 'maximum', 'multipleOf'] as const) {
    const value = schema[keyword];
    if (value === undefined) continue;
    if (typeof value !== 'number') malformed(node, keyword, 'a number');
    else if (
      !(keyword === 'minimum' && schema.exclusiveMinimum === true) &&
      !(keyword === 'maximum' && schema.exclusiveMaximum === true)
    )
      facets.push({ keyword, value, path });
  }
  for (const keyword of ['exclusiveMinimum', 'exclusiveMaximum'] as const) {
    const value = schema[keyword];
    if (value === undefined || value === false) continue;
    const bound = value === true ? schema[keyword === 'exclusiveMinimum' ? 'minimum' : 'maximum'] : value;
    if (typeof bound === 'number') facets.push({ keyword, value: bound, path });
    else if (value !== true) malformed(node, keyword, 'a number');
  }
  if (typeof schema.format === 'string' && NUMBER_FORMATS.has(schema.format))
    facets.push({ keyword: 'format', value: schema.format, path });
  return facets.length > 0 ? { kind: 'number', integer, path, facets } : { kind: 'number', integer, path };
}

export function isNumberFormat(format: unknown): boolean {
  return typeof format === 'string' && NUMBER_FORMATS.has(format);
}

const known = new Map<string, 'u' | '' | undefined>();

/** The flags under which JavaScript reads the pattern as JSON Schema means it: Unicode where possible; undefined where it can't be read. */
function flagsOf(source: string): 'u' | '' | undefined {
  if (known.has(source)) return known.get(source);
  if (known.size > 5000) known.clear();
  const flags = readable(source, 'u') ? 'u' : readable(source, '') ? '' : undefined;
  known.set(source, flags);
  return flags;
}

/** Whether JavaScript can read the pattern, with the `u` flag or without. */
export function isRegExp(source: string): boolean {
  return flagsOf(source) !== undefined;
}

function readable(source: string, flags: string): boolean {
  try {
    new RegExp(source, flags);
    return true;
  } catch {
    return false;
  }
}
