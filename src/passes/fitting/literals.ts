import { attach } from '../../ir/attach.js';
import { isPrimitive, type Json } from '../../ir/json.js';
import { recode } from '../../ir/recode.js';
import type { Facet, LiteralShape, NumberShape, Shape, UnionShape } from '../../ir/shape.js';
import type { Context } from '../context.js';

/** Largest integer range that becomes an enumeration. */
const WIDEST_RANGE = 32;

/** Small integer ranges become enumerations, unions of literals one enumeration, and oversized ones a checked value. */
export function fitLiterals(shape: Shape, context: Context): Shape {
  switch (shape.kind) {
    case 'number':
      return shape.facets && context.options.tighten !== false
        ? range(shape, Math.min(WIDEST_RANGE, context.target.limits.enumValues.value))
        : shape;
    case 'union':
      return joined(shape, context);
    case 'literal':
      if (!shape.values.every(isPrimitive)) return shape;
      if (shape.values.length > context.target.limits.enumValues.value) return oversized(shape);
      return context.target.mixedEnum.value ? shape : byType(shape);
    default:
      return shape;
  }
}

function range(shape: NumberShape, widest: number): Shape {
  if (!shape.integer) return shape;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  const used: Facet[] = [];
  let step: number | undefined;
  for (const facet of shape.facets ?? []) {
    const { keyword, value } = facet;
    if (typeof value !== 'number') continue;
    if (keyword === 'minimum') low = Math.max(low, Math.ceil(value));
    else if (keyword === 'exclusiveMinimum') low = Math.max(low, Math.floor(value) + 1);
    else if (keyword === 'maximum') high = Math.min(high, Math.floor(value));
    else if (keyword === 'exclusiveMaximum') high = Math.min(high, Math.ceil(value) - 1);
    else if (keyword === 'multipleOf' && Number.isInteger(value) && step === undefined) step = value;
    else continue;
    used.push(facet);
  }
  if (!(high - low < widest) || !Number.isSafeInteger(low) || !Number.isSafeInteger(high)) return shape;
  const values: number[] = [];
  for (let value = low; value <= high; value++)
    if (step === undefined || value % step === 0) values.push(value === 0 ? 0 : value);
  if (values.length === 0) return shape;
  const facets = shape.facets?.filter((facet) => !used.includes(facet)) ?? [];
  const { kind: _k, integer: _i, facets: _f, ...rest } = shape;
  return { ...rest, kind: 'literal', values, ...(facets.length > 0 && { facets }) };
}

/** Literals, and null beside them, are one enumeration: it costs no union. */
function joined(shape: UnionShape, context: Context): Shape {
  const mixed = context.target.mixedEnum.value;
  const values: Json[] = [];
  let literals = 0;
  for (const option of shape.options) {
    if (option.notes && Object.keys(option.notes).length > 0) return shape;
    if (option.losses || option.facets?.length || option.checked?.length) return shape;
    if (option.kind === 'literal' && option.values.every(isPrimitive)) {
      literals++;
      values.push(...option.values);
    } else if (option.kind === 'null') values.push(null);
    else return shape;
  }
  const distinct = [...new Set(values)];
  const types = new Set(distinct.map((value) => (value === null ? 'null' : typeof value)));
  if (literals === 0 || (types.size > 1 && !mixed) || distinct.length > context.target.limits.enumValues.value) return shape;
  const { kind: _k, options, stated: _s, ...rest } = shape;
  let literal: Shape = { ...rest, kind: 'literal', values: distinct };
  for (const option of options) literal = attach(literal, option);
  return literal;
}

/** One option a type, where an enumeration must have one. */
function byType(shape: LiteralShape): Shape {
  const groups = new Map<string, Json[]>();
  for (const value of shape.values) {
    const type = value === null ? 'null' : typeof value;
    groups.set(type, [...(groups.get(type) ?? []), value]);
  }
  if (groups.size < 2) return shape;
  const { path, kind: _k, values: _v, ...rest } = shape;
  const options = [...groups].map(
    ([type, values]): Shape => (type === 'null' ? { kind: 'null', path } : { kind: 'literal', path, values }),
  );
  return { ...rest, kind: 'union', path, options };
}

function oversized(shape: LiteralShape): Shape {
  const kinds = new Set(shape.values.map((value) => (value === null ? 'null' : typeof value)));
  const { path } = shape;
  const options = [...kinds].map(
    (kind): Shape =>
      kind === 'number'
        ? { kind, integer: shape.values.every((value) => typeof value !== 'number' || Number.isInteger(value)), path }
        : { kind: kind as 'string' | 'boolean' | 'null', path },
  );
  const facet: Facet = { keyword: 'enum', value: shape.values, path };
  const wire = options.length === 1 ? (options[0] as Shape) : ({ kind: 'union', path, options } as const);
  const coded = recode(shape, 'one-of', { values: shape.values as Json[] }, wire);
  return { ...coded, checked: [...(coded.checked ?? []), facet] };
}
