import { withFacet, withLoss } from '../../ir/attach.js';
import { matcher } from '../../ir/matcher.js';
import type { ArrayShape, Document, LooseShape, ObjectShape, Property, Shape } from '../../ir/shape.js';
import type { Findings } from '../../read/source.js';
import { withBranches } from './branches.js';

export type Policy = 'close' | 'keep' | 'refuse';

/** Settles one node, before its children: no `loose` shape and nothing implicitly open is left. What is declared nowhere stays free-form. */
export function opennessOf(document: Document, policy: Policy, findings: Findings): (shape: Shape) => Shape {
  const resolve = (name: string) => document.definitions.get(name);
  const settle = (shape: Shape): Shape => {
    switch (shape.kind) {
      case 'loose':
        return settle(loose(shape, policy, findings));
      case 'object':
        return object(shape, policy, findings, resolve);
      case 'array':
        return array(shape, policy, findings);
      default:
        return shape;
    }
  };
  return settle;
}

function loose(shape: LooseShape, policy: Policy, findings: Findings): Shape {
  const { options, ...rest } = shape;
  const meant = options.filter((option) => option.kind !== 'never' && isStructure(option));
  if (meant.length === 0) {
    const facets = options.flatMap((option) => [
      ...(option.facets ?? []),
      ...(option.kind === 'object' && option.demands ? [{ keyword: 'required', value: option.demands, path: option.path }] : []),
    ]);
    return { ...rest, kind: 'any', facets: [...(shape.facets ?? []), ...facets] };
  }
  if (policy === 'refuse')
    refuse(findings, shape.path, 'has no `type`, so values of any other type are valid too', 'Add a `type`');
  if (policy !== 'keep') {
    const loss = {
      path: shape.path,
      keyword: 'type',
      note: `no \`type\` is stated: values that are no ${meant.map((option) => option.kind).join(' or ')} can't be said`,
    };
    if (meant.length > 1) return withLoss({ ...rest, kind: 'union', options: meant }, loss);
    const only = meant[0] as Shape;
    return withLoss(
      {
        ...only,
        facets: [...(only.facets ?? []), ...(shape.facets ?? [])],
        ...(shape.notes && { notes: { ...only.notes, ...shape.notes } }),
        ...(shape.also && { also: [...(only.also ?? []), ...shape.also] }),
      },
      loss,
    );
  }
  const structured = meant.filter((option) => option.kind !== 'string');
  const any: Shape = {
    kind: 'any',
    path: shape.path,
    facets: options.filter((option) => option.kind === 'string').flatMap((option) => option.facets ?? []),
  };
  return structured.length === 0
    ? { ...rest, ...any, facets: [...(shape.facets ?? []), ...(any.facets ?? [])] }
    : { ...rest, kind: 'union', options: [...structured, any] };
}

/** Whether an option declares more than bounds on a free-form list or object. */
function isStructure(shape: Shape): boolean {
  if (shape.kind === 'object')
    return (
      shape.properties.length > 0 ||
      shape.patterns.length > 0 ||
      shape.openness !== 'implicit' ||
      (shape.branches ?? []).length > 0 ||
      shape.keys !== undefined
    );
  if (shape.kind === 'array') return shape.prefix.length > 0 || !shape.open;
  return true;
}

function object(shape: ObjectShape, policy: Policy, findings: Findings, resolve: (name: string) => Shape | undefined): Shape {
  let object = shape;
  if (object.openness === 'implicit' && policy !== 'keep') object = withBranches(object, resolve);
  else if (object.branches) {
    const { branches: _, ...rest } = object;
    object = rest;
  }
  object = demanded(keyed(object));
  const declared = object.properties.length > 0 || object.patterns.length > 0;
  if (
    !declared &&
    object.openness !== 'closed' &&
    object.openness !== 'strip' &&
    (object.openness === 'implicit' || (object.rest.kind === 'any' && !object.rest.facets)) &&
    !object.keys
  )
    return freeForm(object);
  if (object.openness !== 'implicit') return object;
  if (policy === 'keep') return { ...object, openness: 'explicit', rest: { kind: 'any', path: object.path } };
  if (policy === 'refuse')
    refuse(
      findings,
      shape.path,
      'does not say whether further properties are allowed, so they are',
      'Add `additionalProperties: false`, or `true` to keep them',
    );
  const never: Shape = { kind: 'never', path: object.path, reason: 'undeclared properties are left out' };
  return withLoss(
    { ...object, openness: 'closed', rest: never },
    { path: object.path, keyword: 'additionalProperties', note: "undeclared properties, allowed by silence, can't be said" },
  );
}

function freeForm(shape: ObjectShape): Shape {
  const { properties: _p, patterns: _t, rest: _r, openness: _o, demands, kind: _k, branches: _b, ...rest } = shape;
  const any: Shape = { ...rest, kind: 'any', of: 'object' };
  return demands ? withFacet(any, { keyword: 'required', value: demands, path: shape.path }) : any;
}

/** Required keys that are not declared become properties of what undeclared keys hold. */
function demanded(shape: ObjectShape): ObjectShape {
  if (!shape.demands || (shape.properties.length === 0 && shape.patterns.length === 0 && shape.rest.kind === 'any')) return shape;
  const { demands, ...rest } = shape;
  const properties = demands.map((key): Property => ({ key, shape: heldBy(shape, key), required: true }));
  return { ...rest, properties: [...shape.properties, ...properties] };
}

function heldBy(shape: ObjectShape, key: string): Shape {
  return shape.patterns.find((entry) => matcher(entry.pattern)(key))?.shape ?? shape.rest;
}

/** Keys that are an enumeration are properties. */
function keyed(shape: ObjectShape): ObjectShape {
  if (shape.keys?.kind !== 'literal' || shape.openness === 'strip' || shape.openness === 'closed') return shape;
  const { keys, ...rest } = shape;
  const allowed = keys.values.filter((key): key is string => typeof key === 'string');
  if (allowed.length > 200) return shape;
  const declared = shape.properties.filter((property) => allowed.includes(property.key) || property.required);
  const added = allowed
    .filter((key) => !declared.some((property) => property.key === key))
    .map((key): Property => ({ key, shape: heldBy(shape, key), required: shape.demands?.includes(key) ?? false }));
  const demands = shape.demands?.filter((key) => !allowed.includes(key)) ?? [];
  const { demands: _, ...bare } = rest;
  return {
    ...bare,
    properties: [...declared, ...added],
    patterns: [],
    openness: 'closed',
    rest: { kind: 'never', path: shape.path, reason: 'no other key is allowed' },
    ...(demands.length > 0 && { demands }),
  };
}

function array(shape: ArrayShape, policy: Policy, findings: Findings): Shape {
  if (!shape.open) return shape;
  const { open: _, ...rest } = shape;
  if (shape.prefix.length === 0 || policy === 'keep') return rest;
  if (policy === 'refuse')
    refuse(
      findings,
      shape.path,
      'does not say what may follow its listed positions, so anything may',
      'Add `items: false` (draft-07: `additionalItems: false`)',
    );
  const never: Shape = { kind: 'never', path: shape.path, reason: 'items beyond the listed positions are left out' };
  return withLoss(
    { ...rest, items: never },
    { path: shape.path, keyword: 'items', note: "items beyond the listed positions, allowed by silence, can't be said" },
  );
}

function refuse(findings: Findings, path: string, what: string, help: string): void {
  findings.report({
    code: 'implicitly-open',
    severity: 'error',
    path,
    message: `This schema ${what}, and \`openness\` is 'refuse'.`,
    help: `${help}, or compile with \`openness: 'close'\` or 'keep'.`,
  });
}
