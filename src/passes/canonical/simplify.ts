import { attach } from '../../ir/attach.js';
import { mapChildren } from '../../ir/children.js';
import { matcher } from '../../ir/matcher.js';
import { components, refsOf } from '../../ir/references.js';
import type {
  ArrayShape,
  Facet,
  LiteralShape,
  NeverShape,
  NumberShape,
  ObjectShape,
  Property,
  Shape,
  UnionShape,
} from '../../ir/shape.js';

/** Why nothing satisfies a definition, and what would have if it could be said. */
type Emptiness = Pick<NeverShape, 'kind' | 'reason' | 'losses'>;

/** The definitions that no finite value satisfies: a least fixed point, group by group of those that refer to each other. */
export function emptyDefinitions(definitions: ReadonlyMap<string, Shape>): ReadonlyMap<string, Emptiness> {
  const empty = new Map<string, Emptiness>();
  if (definitions.size === 0) return empty;
  const walk = (shape: Shape): Shape => simplified(mapChildren(shape, walk), empty);
  const edges = new Map(
    [...definitions].map(([name, shape]) => [name, [...new Set(refsOf(shape))].filter((target) => definitions.has(target))]),
  );
  for (const group of components(edges)) {
    for (const name of group)
      empty.set(name, { kind: 'never', reason: 'every value would contain another one of its kind, without end' });
    for (let changed = true; changed; ) {
      changed = false;
      for (const name of group) {
        if (!empty.has(name)) continue;
        const result = walk(definitions.get(name) as Shape);
        if (result.kind === 'never') empty.set(name, result);
        else changed = empty.delete(name);
      }
    }
  }
  return empty;
}

/** One node, after its children: unions are flat, and nothing that can't be satisfied is left below it. */
export function simplified(shape: Shape, empty: ReadonlyMap<string, Emptiness>): Shape {
  switch (shape.kind) {
    case 'union':
      return union(shape);
    case 'object':
      return object(shape);
    case 'array':
      return array(shape);
    case 'number':
      return number(shape);
    case 'string':
      return lengths(shape, 'minLength', 'maxLength');
    case 'literal':
      return literal(shape);
    case 'ref': {
      const found = empty.get(shape.name);
      return found === undefined ? shape : never(shape, found.reason, [found]);
    }
    default:
      return shape;
  }
}

function never(shape: Shape, reason: string, parts: readonly Part[] = []): NeverShape {
  return without(attach({ kind: 'never', path: shape.path, reason }, shape) as NeverShape, parts);
}

type Part = Pick<Shape, 'kind' | 'losses'>;

/** Open ends: closing them takes nothing from a part that admits nothing in the first place. */
const ENDS: ReadonlySet<string> = new Set(['additionalProperties', 'items']);

/** What the parts that are taken out could not say is now said of the whole. */
function without<Whole extends Shape>(whole: Whole, parts: readonly Part[]): Whole {
  const losses = new Set(whole.losses);
  const before = losses.size;
  for (const part of parts)
    for (const loss of part.losses ?? []) if (part.kind !== 'never' || !ENDS.has(loss.keyword)) losses.add(loss);
  return losses.size === before ? whole : { ...whole, losses: [...losses] };
}

function union(whole: UnionShape): Shape {
  const options: Shape[] = [];
  let reason = '';
  for (const option of whole.options) {
    if (option.kind === 'never') reason ||= option.reason;
    else if (option.kind === 'union' && !option.facets && !option.losses && isBlank(option)) options.push(...option.options);
    else options.push(option);
  }
  const distinct = withoutRepeats(options);
  const kept = new Set(distinct);
  const removed = [
    ...whole.options.filter((option) => option.kind === 'never'),
    ...options.filter((option) => !kept.has(option)),
  ];
  const shape = without(whole, removed);
  if (distinct.length === 0) return never(shape, reason || 'it has no option');
  if (distinct.length > 1)
    return distinct.length === shape.options.length &&
      options.length === shape.options.length &&
      distinct.every((option, index) => option === shape.options[index])
      ? shape
      : { ...shape, options: distinct };
  const only = distinct[0] as Shape;
  const merged = attach(only, {
    ...shape,
    facets: (shape.facets ?? []).filter((facet) => facet.keyword !== 'oneOf' || shape.options.length > 1),
  });
  return shape.notes ? { ...merged, notes: { ...only.notes, ...shape.notes } } : merged;
}

function isBlank(shape: Shape): boolean {
  return shape.notes === undefined || Object.keys(shape.notes).length === 0;
}

/** The options without those that say exactly what an earlier one said. */
function withoutRepeats(options: readonly Shape[]): readonly Shape[] {
  const said = new Set<string>();
  const kept = options.filter((option) => {
    const key = isBlank(option) && !option.facets ? sayingOf(option) : undefined;
    if (key === undefined) return true;
    if (said.has(key) || (key === 'any object' && said.has('any'))) return false;
    said.add(key);
    return true;
  });
  return kept.length === options.length ? options : kept;
}

function sayingOf(shape: Shape): string | undefined {
  switch (shape.kind) {
    case 'null':
    case 'boolean':
    case 'string':
      return shape.kind;
    case 'any':
      return shape.of === undefined ? 'any' : 'any object';
    case 'number':
      return shape.integer ? 'integer' : 'number';
    case 'ref':
      return `#${shape.name}`;
    case 'literal':
      return `=${JSON.stringify(shape.values)}`;
    default:
      return undefined;
  }
}

function object(whole: ObjectShape): Shape {
  let properties: readonly Property[] = whole.properties;
  const dead = properties.filter((property) => property.shape.kind === 'never');
  const shape = without(
    whole,
    [...dead, ...whole.patterns].map((part) => part.shape).filter((part) => part.kind === 'never'),
  );
  if (dead.length > 0) {
    const required = dead.find((property) => property.required);
    if (required)
      return never(
        shape,
        `the required property \`${required.key}\` can never be right: ${(required.shape as NeverShape).reason}`,
      );
    properties = properties.filter((property) => property.shape.kind !== 'never');
  }
  const patterns = shape.patterns.filter((entry) => entry.shape.kind !== 'never');
  const closed = shape.openness === 'closed' || (shape.openness === 'explicit' && shape.rest.kind === 'never');
  const missing = closed ? shape.demands?.find((key) => !patterns.some((entry) => matcher(entry.pattern)(key))) : undefined;
  if (missing !== undefined) return never(shape, `it requires the property \`${missing}\` and forbids it`);
  const most = bound(shape.facets, 'maxProperties', Math.min);
  const least = properties.filter((property) => property.required).length + (shape.demands?.length ?? 0);
  if (most !== undefined && least > most) return never(shape, `it requires ${least} properties and allows ${most}`);
  if (properties === shape.properties && patterns.length === shape.patterns.length && closed === (shape.openness === 'closed'))
    return shape;
  return { ...shape, properties, patterns, ...(closed && { openness: 'closed' as const }) };
}

function array(whole: ArrayShape): Shape {
  const shape = without(
    whole,
    [...whole.prefix, whole.items].filter((part) => part.kind === 'never'),
  );
  const least = bound(shape.facets, 'minItems', Math.max) ?? 0;
  const most = bound(shape.facets, 'maxItems', Math.min) ?? Number.POSITIVE_INFINITY;
  if (least > most) return never(shape, `it wants at least ${least} and at most ${most} items`);
  let { prefix, items } = shape;
  const dead = prefix.findIndex((item) => item.kind === 'never');
  const length = Math.min(dead < 0 ? prefix.length : dead, most);
  if (length < prefix.length) {
    prefix = prefix.slice(0, length);
    items = { kind: 'never', path: shape.path, reason: 'the list ends there' };
  } else if (most === 0 && items.kind !== 'never') items = { kind: 'never', path: shape.path, reason: 'the list is empty' };
  if (items.kind === 'never' && least > prefix.length)
    return never(shape, `it wants at least ${least} items, of which only ${prefix.length} can exist`);
  if (items.kind === 'never' && prefix.length === 0) return attach({ kind: 'literal', path: shape.path, values: [[]] }, shape);
  if (prefix === shape.prefix && items === shape.items) return shape;
  const { open, ...rest } = shape;
  return { ...rest, prefix, items, ...(open && items.kind !== 'never' && { open }) };
}

function number(shape: NumberShape): Shape {
  if (!shape.facets) return shape;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let openLow = false;
  let openHigh = false;
  for (const { keyword, value } of shape.facets) {
    if (typeof value !== 'number') continue;
    if (keyword === 'minimum' && value > low) [low, openLow] = [value, false];
    if (keyword === 'exclusiveMinimum' && value >= low) [low, openLow] = [value, true];
    if (keyword === 'maximum' && value < high) [high, openHigh] = [value, false];
    if (keyword === 'exclusiveMaximum' && value <= high) [high, openHigh] = [value, true];
  }
  const first = shape.integer ? (openLow ? Math.floor(low) + 1 : Math.ceil(low)) : low;
  const last = shape.integer ? (openHigh ? Math.ceil(high) - 1 : Math.floor(high)) : high;
  if (first > last || (low === high && (openLow || openHigh)))
    return never(shape, `no ${shape.integer ? 'integer' : 'number'} lies between its bounds ${low} and ${high}`);
  return shape;
}

function lengths(shape: Shape, minimum: string, maximum: string): Shape {
  const least = bound(shape.facets, minimum, Math.max);
  const most = bound(shape.facets, maximum, Math.min);
  if (least !== undefined && most !== undefined && least > most)
    return never(shape, `\`${minimum}\` ${least} is above \`${maximum}\` ${most}`);
  return shape;
}

function bound(
  facets: readonly Facet[] | undefined,
  keyword: string,
  pick: (a: number, b: number) => number,
): number | undefined {
  let found: number | undefined;
  for (const facet of facets ?? [])
    if (facet.keyword === keyword && typeof facet.value === 'number')
      found = found === undefined ? facet.value : pick(found, facet.value);
  return found;
}

/** Scalar bounds beside literals leave fewer of them. */
function literal(shape: LiteralShape): Shape {
  if (!shape.facets || shape.values.length > 10_000) return shape;
  const facets = shape.facets;
  const values = shape.values.filter((value) => facets.every((facet) => keeps(facet, value)));
  if (values.length === shape.values.length) return shape;
  return values.length === 0 ? never(shape, 'its bounds exclude every one of its values') : { ...shape, values };
}

function keeps({ keyword, value: limit }: Facet, value: unknown): boolean {
  if (typeof limit !== 'number') return true;
  if (typeof value === 'number') {
    if (keyword === 'minimum') return value >= limit;
    if (keyword === 'maximum') return value <= limit;
    if (keyword === 'exclusiveMinimum') return value > limit;
    if (keyword === 'exclusiveMaximum') return value < limit;
  }
  if (typeof value === 'string') {
    if (keyword === 'minLength') return [...value].length >= limit;
    if (keyword === 'maxLength') return [...value].length <= limit;
  }
  return true;
}
