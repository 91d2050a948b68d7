import { isRecord } from '../../ir/json.js';
import { matcher } from '../../ir/matcher.js';
import type { Facet, ObjectShape, Openness, Property, Shape } from '../../ir/shape.js';
import { evaluatesElsewhere, isSchema } from './arrays.js';
import { isRegExp } from './scalars.js';
import { child, malformed, type Node } from './scope.js';

export function objectShape(node: Node): ObjectShape {
  const { schema, path, scope } = node;
  const facets: Facet[] = [];
  for (const keyword of ['minProperties', 'maxProperties'] as const) {
    const value = schema[keyword];
    if (value === undefined) continue;
    if (typeof value !== 'number') malformed(node, keyword, 'a number');
    else if (!(keyword === 'minProperties' && value <= 0)) facets.push({ keyword, value, path });
  }
  const required = requiredKeys(node);
  const patterns = patternsOf(node);
  const properties = propertiesOf(node, required);
  const demands = required.size > 0 ? [...required] : undefined;
  let rest: Shape | undefined;
  for (const keyword of ['additionalProperties', 'unevaluatedProperties'] as const) {
    const value = schema[keyword];
    if (value === undefined || rest !== undefined || scope.unknown.has(keyword)) continue;
    if (keyword === 'unevaluatedProperties' && evaluatesElsewhere(schema)) continue;
    if (!isSchema(value)) malformed(node, keyword, 'a schema');
    else rest = child(node, value, keyword);
  }
  let keys: Shape | undefined;
  if (schema.propertyNames !== undefined) {
    if (!isSchema(schema.propertyNames)) malformed(node, 'propertyNames', 'a schema');
    else {
      keys = child(node, schema.propertyNames, 'propertyNames');
      facets.push({ keyword: 'propertyNames', value: schema.propertyNames, path });
    }
  }
  const branches = dependencies(node, facets);
  const openness: Openness = rest === undefined ? 'implicit' : rest.kind === 'never' ? 'closed' : 'explicit';
  return {
    kind: 'object',
    path,
    properties,
    patterns,
    rest: rest ?? { kind: 'any', path },
    openness,
    ...(facets.length > 0 && { facets }),
    ...(demands && { demands }),
    ...(keys && { keys }),
    ...(branches.length > 0 && { branches }),
  };
}

function requiredKeys(node: Node): Set<string> {
  const { required } = node.schema;
  if (required === undefined) return new Set();
  if (!Array.isArray(required) || !required.every((key) => typeof key === 'string')) {
    malformed(node, 'required', 'a list of property names');
    return new Set();
  }
  return new Set(required as string[]);
}

/** The declared properties; takes their names out of `required`. */
function propertiesOf(node: Node, required: Set<string>): readonly Property[] {
  const { schema } = node;
  if (schema.properties === undefined) return [];
  if (!isRecord(schema.properties)) {
    malformed(node, 'properties', 'an object of schemas');
    return [];
  }
  const declared = schema.properties;
  const matchers = isRecord(schema.patternProperties)
    ? Object.entries(schema.patternProperties).map(([pattern, value]) => ({ pattern, value, test: matcher(pattern) }))
    : [];
  return Object.keys(declared).map((key) => {
    let shape = child(node, declared[key], 'properties', key);
    for (const { pattern, value, test } of matchers)
      if (test(key)) shape = { kind: 'all', path: shape.path, parts: [shape, child(node, value, 'patternProperties', pattern)] };
    return { key, shape, required: required.delete(key) };
  });
}

function patternsOf(node: Node): ObjectShape['patterns'] {
  const { patternProperties } = node.schema;
  if (patternProperties === undefined) return [];
  if (!isRecord(patternProperties)) {
    malformed(node, 'patternProperties', 'an object of schemas');
    return [];
  }
  const patterns: { pattern: string; shape: Shape }[] = [];
  for (const [pattern, value] of Object.entries(patternProperties)) {
    if (!isRegExp(pattern))
      malformed(node, 'patternProperties', `an object whose keys are regular expressions (${JSON.stringify(pattern)} is none)`);
    else patterns.push({ pattern, shape: child(node, value, 'patternProperties', pattern) });
  }
  return patterns;
}

/** `dependencies`, `dependentRequired`, `dependentSchemas`: checked; what their schemas declare stays sayable. */
function dependencies(node: Node, facets: Facet[]): Shape[] {
  const { schema, path, scope } = node;
  const branches: Shape[] = [];
  for (const keyword of ['dependentRequired', 'dependentSchemas', 'dependencies'] as const) {
    const value = schema[keyword];
    if (value === undefined || scope.unknown.has(keyword)) continue;
    if (!isRecord(value)) {
      malformed(node, keyword, 'an object');
      continue;
    }
    facets.push({ keyword, value, path });
    for (const [key, dependency] of Object.entries(value))
      if (isRecord(dependency)) branches.push(child(node, dependency, keyword, key));
  }
  return branches;
}
