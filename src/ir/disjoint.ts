import type { LiteralShape, ObjectShape, Property, Shape } from './shape.js';

type Resolve = (name: string) => Shape | undefined;

/** The shape on the wire: codecs seen through, references followed. */
export function onWire(shape: Shape, resolve: Resolve): Shape {
  let at = shape;
  for (let steps = 0; steps < 100; steps++) {
    if (at.kind === 'coded') at = at.wire;
    else if (at.kind === 'ref') {
      const target = resolve(at.name);
      if (!target) return at;
      at = target;
    } else return at;
  }
  return at;
}

/** Whether it is proved that no wire value fits both lowered shapes; facets prove nothing. */
export function disjoint(a: Shape, b: Shape, resolve: Resolve, depth = 0): boolean {
  if (depth > 12) return false;
  const x = onWire(a, resolve);
  const y = onWire(b, resolve);
  if (x === y) return false;
  if (x.kind === 'union') return x.options.every((option) => disjoint(option, y, resolve, depth + 1));
  if (y.kind === 'union') return y.options.every((option) => disjoint(x, option, resolve, depth + 1));
  if (x.kind === 'literal') return literalDisjoint(x, y);
  if (y.kind === 'literal') return literalDisjoint(y, x);
  if (x.kind !== y.kind) return true;
  if (x.kind === 'object' && y.kind === 'object') return objectsDisjoint(x, y, resolve, depth);
  if (x.kind === 'array' && y.kind === 'array')
    return (atLeastOne(x) || atLeastOne(y)) && disjoint(x.items, y.items, resolve, depth + 1);
  return false;
}

function literalDisjoint(literal: LiteralShape, other: Shape): boolean {
  switch (other.kind) {
    case 'literal': {
      const values = new Set<unknown>(other.values);
      return !literal.values.some((value) => values.has(value));
    }
    case 'null':
      return !literal.values.includes(null);
    case 'boolean':
    case 'string':
    case 'number':
      return !literal.values.some((value) => typeof value === other.kind);
    default:
      return true;
  }
}

function objectsDisjoint(a: ObjectShape, b: ObjectShape, resolve: Resolve, depth: number): boolean {
  const others = new Map(b.properties.map((property) => [property.key, property]));
  for (const property of a.properties) {
    const twin = others.get(property.key);
    if (!twin) {
      if (isThere(property)) return true;
    } else if ((isThere(property) || isThere(twin)) && disjoint(property.shape, twin.shape, resolve, depth + 1)) return true;
  }
  const own = new Set(a.properties.map((property) => property.key));
  return b.properties.some((property) => isThere(property) && !own.has(property.key));
}

function isThere(property: Property): boolean {
  return property.required || property.absence !== undefined;
}

function atLeastOne(shape: Shape): boolean {
  return (shape.facets ?? []).some((facet) => facet.keyword === 'minItems' && facet.value === 1);
}

/** Whether lifting is the identity: no codec anywhere below. */
export function isPlain(shape: Shape, resolve: Resolve, cache: Map<string, boolean> = new Map()): boolean {
  switch (shape.kind) {
    case 'coded':
      return false;
    case 'ref': {
      const known = cache.get(shape.name);
      if (known !== undefined) return known;
      cache.set(shape.name, true);
      const target = resolve(shape.name);
      const plain = target === undefined || isPlain(target, resolve, cache);
      cache.set(shape.name, plain);
      return plain;
    }
    case 'array':
      return isPlain(shape.items, resolve, cache);
    case 'object':
      return shape.properties.every((property) => isPlain(property.shape, resolve, cache));
    case 'union':
      return shape.options.every((option) => isPlain(option, resolve, cache));
    default:
      return true;
  }
}

/** Whether some wire value may fit both shapes and be lifted differently by each. */
export function conflict(a: Shape, b: Shape, resolve: Resolve, depth = 0): boolean {
  if (a === b || (a.kind === 'ref' && b.kind === 'ref' && a.name === b.name)) return false;
  if (depth > 12) return true;
  if (disjoint(a, b, resolve)) return false;
  if (isPlain(a, resolve) && isPlain(b, resolve)) return false;
  if (a.kind === 'ref') return conflict(resolve(a.name) ?? a, b, resolve, depth + 1);
  if (b.kind === 'ref') return conflict(a, resolve(b.name) ?? b, resolve, depth + 1);
  if (a.kind === 'union') return a.options.some((option) => conflict(option, b, resolve, depth + 1));
  if (b.kind === 'union') return b.options.some((option) => conflict(a, option, resolve, depth + 1));
  if (a.kind === 'array' && b.kind === 'array') return conflict(a.items, b.items, resolve, depth + 1);
  if (a.kind === 'object' && b.kind === 'object') {
    const others = new Map(b.properties.map((property) => [property.key, property.shape]));
    return a.properties.some((property) => {
      const twin = others.get(property.key);
      return twin !== undefined && conflict(property.shape, twin, resolve, depth + 1);
    });
  }
  if (
    a.kind === 'coded' &&
    b.kind === 'coded' &&
    a.codec === b.codec &&
    a.codec !== 'labels' &&
    JSON.stringify(a.argument) === JSON.stringify(b.argument)
  )
    return conflict(a.wire, b.wire, resolve, depth + 1);
  return true;
}
