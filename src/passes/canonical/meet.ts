import { hasKind } from '../../ir/admits.js';
import { attach, withFacet } from '../../ir/attach.js';
import { sameJson } from '../../ir/equal.js';
import { isRecord, type Json } from '../../ir/json.js';
import type { ArrayShape, LiteralShape, LooseShape, NeverShape, ObjectShape, Shape, UnionShape } from '../../ir/shape.js';
import { meetArrays } from './meet-arrays.js';
import { meetObjects } from './meet-objects.js';
import type { Merge } from './merge.js';

/** Most options that distributing one union over another may yield; beyond it the second union is left to the check. */
const MOST_OPTIONS = 32;

/**
 * The values that both shapes admit. Exact where that is worth sending; otherwise wider, with the rest left to the
 * check, which finishing makes sound. Merges provenance, facets and notes; the first shape's notes win.
 */
export function meet(a: Shape, b: Shape, merge: Merge): Shape {
  if (a === b || b.kind === 'any') return attach(a, b);
  if (a.kind === 'any') return a.of === 'object' ? meetObjectOnly(a, b, merge) : swap(b, a);
  if (a.kind === 'never') return attach(a, b);
  if (b.kind === 'never') return swap(b, a);
  if (a.kind === 'ref' || b.kind === 'ref') return merge.meetRef(a, b);
  if (a.kind === 'all') return meet(merge.settle(a), b, merge);
  if (b.kind === 'all') return meet(a, merge.settle(b), merge);
  if (a.kind === 'literal') return meetLiteral(a, b, merge);
  if (b.kind === 'literal') return swapNotes(meetLiteral(b, a, merge), a, b);
  if (a.kind === 'union') return b.kind === 'union' ? meetUnions(a, b, merge) : meetUnion(a, b, merge, false);
  if (b.kind === 'union') return meetUnion(b, a, merge, true);
  if (a.kind === 'loose') return b.kind === 'loose' ? meetLoose(a, b, merge) : meetOption(b, a, merge, true);
  if (b.kind === 'loose') return meetOption(a, b, merge, false);
  if (a.kind === 'number' && b.kind === 'number') return attach(a.integer || !b.integer ? a : { ...a, integer: true }, b);
  if (a.kind === 'array' && b.kind === 'array') return meetArrays(a as ArrayShape, b as ArrayShape, merge);
  if (a.kind === 'object' && b.kind === 'object') return meetObjects(a as ObjectShape, b as ObjectShape, merge);
  if (a.kind === b.kind) return attach(a, b);
  if (a.kind === 'instance' || b.kind === 'instance') return attach(a.kind === 'instance' ? a : b, a.kind === 'instance' ? b : a);
  return never(a, b, `it would have to be ${word(a)} and ${word(b)} at once`);
}

/** `b` leading, with what `a` carries merged in; `a`'s notes win, as it stands first. */
function swap(b: Shape, a: Shape): Shape {
  return swapNotes(attach(b, a), a, b);
}

function swapNotes(shape: Shape, a: Shape, b: Shape): Shape {
  return a.notes && b.notes ? { ...shape, notes: { ...b.notes, ...a.notes } } : shape;
}

export function never(a: Shape, b: Shape, reason: string): NeverShape {
  return attach({ kind: 'never', path: a.path, reason }, b) as NeverShape;
}

function meetObjectOnly(a: Shape, b: Shape, merge: Merge): Shape {
  if (b.kind === 'object') return swap(b, a);
  const wide: ObjectShape = {
    kind: 'object',
    path: a.path,
    properties: [],
    patterns: [],
    rest: { kind: 'any', path: a.path },
    openness: 'explicit',
  };
  return meet(attach(wide, a), b, merge);
}

function meetLiteral(literal: LiteralShape, other: Shape, merge: Merge): Shape {
  const values = literal.values.filter((value) => merge.admits(other, value));
  if (values.length === 0) return never(literal, other, 'none of its values is allowed by what stands beside it');
  return attach({ ...literal, values }, other.kind === 'literal' || other.kind === 'union' ? { ...other, facets: [] } : other);
}

function meetUnions(a: UnionShape, b: UnionShape, merge: Merge): Shape {
  if (a.options.length * b.options.length > MOST_OPTIONS) return leaveToCheck(a, b);
  return meetUnion(a, b, merge, false);
}

function meetUnion(union: UnionShape, other: Shape, merge: Merge, otherFirst: boolean): Shape {
  if (other.kind === 'object' && !merge.worthDistributing(union, other)) return leaveToCheck(other, union);
  const options: Shape[] = [];
  let reason = '';
  for (const option of union.options) {
    const { notes: _, ...bare } = other;
    const met = otherFirst ? meet(bare as Shape, option, merge) : meet(option, bare as Shape, merge);
    if (met.kind === 'never') reason ||= met.reason;
    else if (met.kind === 'union' && !met.facets && !met.losses) options.push(...met.options);
    else options.push(met.kind === 'union' || !option.notes ? met : { ...met, notes: option.notes });
  }
  const shared = attach({ ...union, options }, { ...other, facets: [], losses: [] });
  const notes = otherFirst && other.notes ? { ...union.notes, ...other.notes } : shared.notes;
  if (options.length === 0) return never(union, other, reason);
  return notes ? { ...shared, notes } : shared;
}

/** Keeps `shape`; the union is only checked, and what its options declare stays sayable. */
function leaveToCheck(shape: Shape, union: UnionShape): Shape {
  const checked = union.stated ? withFacet(attach(shape, union), union.stated) : attach(shape, union);
  const carry = (object: Shape): Shape =>
    object.kind === 'object' ? { ...object, branches: [...(object.branches ?? []), ...union.options] } : object;
  return checked.kind === 'union' ? { ...checked, options: checked.options.map(carry) } : carry(checked);
}

function meetLoose(a: LooseShape, b: LooseShape, merge: Merge): Shape {
  const options: Shape[] = [...a.options];
  for (const option of b.options) {
    const at = options.findIndex((candidate) => candidate.kind === option.kind);
    if (at < 0) options.push(option);
    else options[at] = meet(options[at] as Shape, option, merge);
  }
  return attach({ ...a, options }, b);
}

/** A typed shape under a loose one: only the option of its own kind bears on it. */
function meetOption(typed: Shape, loose: LooseShape, merge: Merge, looseFirst: boolean): Shape {
  const option = loose.options.find((candidate) => candidate.kind === typed.kind);
  const met = option === undefined ? typed : looseFirst ? meet(option, typed, merge) : meet(typed, option, merge);
  return looseFirst ? swapNotes(attach(met, loose), loose, met) : attach(met, loose);
}

function word(shape: Shape): string {
  return (
    { null: 'null', boolean: 'a boolean', number: 'a number', string: 'text', array: 'a list', object: 'an object' }[
      shape.kind as string
    ] ?? shape.kind
  );
}

/** A cheap and never too strict test of a value against a shape; `resolve` follows references. */
export function admitsValue(shape: Shape, value: Json, resolve: (name: string) => Shape | undefined, depth = 0): boolean {
  if (depth > 100 || !hasKind(shape, value)) return depth > 100;
  const under = (child: Shape, part: Json) => admitsValue(child, part, resolve, depth + 1);
  switch (shape.kind) {
    case 'literal':
      return shape.values.some((candidate) => sameJson(candidate, value));
    case 'union':
      return shape.options.some((option) => under(option, value));
    case 'all':
      return shape.parts.every((part) => under(part, value));
    case 'loose': {
      const option = shape.options.find((candidate) => candidate.kind === jsonKind(value));
      return option === undefined || under(option, value);
    }
    case 'ref': {
      const target = resolve(shape.name);
      return target === undefined || under(target, value);
    }
    case 'object': {
      if (!isRecord(value)) return false;
      if (shape.demands?.some((key) => !Object.hasOwn(value, key))) return false;
      for (const property of shape.properties) {
        if (!Object.hasOwn(value, property.key)) {
          if (property.required) return false;
        } else if (!under(property.shape, value[property.key] as Json)) return false;
      }
      return (
        shape.openness !== 'closed' ||
        shape.patterns.length > 0 ||
        Object.keys(value).every((key) => shape.properties.some((property) => property.key === key))
      );
    }
    case 'array':
      return !Array.isArray(value) || value.every((item, index) => under(shape.prefix[index] ?? shape.items, item as Json));
    default:
      return true;
  }
}

function jsonKind(value: Json): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}
