import { mapChildren } from '../../ir/children.js';
import { closedObject, freeName, listOf, recode } from '../../ir/recode.js';
import { components, cycles, refsOf } from '../../ir/references.js';
import type { Document, ObjectShape, Shape } from '../../ir/shape.js';

/**
 * Pass: no definition refers to itself, directly or through others. Each group of such definitions travels as a table:
 * its nodes in lists, each under an id, and ids in the place of the references that close a circle.
 */
export function tabulate(document: Document): Document {
  const groups = cycles(document.definitions);
  if (groups.length === 0) return document;
  const definitions = new Map(document.definitions);
  for (const group of groups) table(group, definitions, document.root);
  return { root: document.root, definitions };
}

function table(group: readonly string[], definitions: Map<string, Shape>, root: Shape): void {
  const members = new Set(group);
  const cut = cutPoints(group, definitions, outsideEntries(members, definitions, root));
  const id = groupName(cut);
  const inner = new Map(group.map((name) => [name, freeName(`${name}.part`, (candidate) => definitions.has(candidate))]));
  const inward = (shape: Shape): Shape => {
    if (shape.kind !== 'ref' || !members.has(shape.name)) return mapChildren(shape, inward);
    if (!cut.includes(shape.name)) return { ...shape, name: inner.get(shape.name) as string };
    return recode(
      shape,
      'child',
      { table: id, list: listName(cut, shape.name) },
      { kind: 'number', integer: true, path: shape.path },
    );
  };
  const bodies = new Map(group.map((name) => [name, inward(definitions.get(name) as Shape)]));
  const lists = cut.map(
    (name) => [listName(cut, name), listOf(bodies.get(name)?.path ?? '', node(bodies.get(name) as Shape))] as const,
  );
  for (const name of group) {
    const body = bodies.get(name) as Shape;
    const { path, notes } = body;
    const start: Shape = cut.includes(name)
      ? {
          kind: 'coded',
          path,
          codec: 'child',
          argument: { table: id, list: listName(cut, name) },
          wire: { kind: 'number', integer: true, path },
        }
      : { kind: 'ref', path, name: inner.get(name) as string };
    definitions.set(name, {
      kind: 'coded',
      path,
      codec: 'table',
      argument: { table: id, lists: lists.map(([list]) => list) },
      wire: closedObject(path, [['root', start], ...lists]),
      ...(notes && { notes }),
    });
    if (!cut.includes(name)) definitions.set(inner.get(name) as string, body);
  }
}

/** A node: the body with an id, beside its own properties where it is an object. */
function node(body: Shape): Shape {
  const { path } = body;
  const number: Shape = { kind: 'number', integer: true, path };
  if (body.kind !== 'object') {
    const value = closedObject(path, [
      ['id', number],
      ['value', body],
    ]) as ObjectShape;
    return { kind: 'coded', path, codec: 'node', argument: { id: 'id', value: 'value' }, wire: value };
  }
  const id = freeName('id', (name) => body.properties.some((property) => property.key === name));
  const wire: ObjectShape = { ...body, properties: [{ key: id, shape: number, required: true, role: 'id' }, ...body.properties] };
  return { kind: 'coded', path, codec: 'node', argument: { id }, wire };
}

function listName(cut: readonly string[], name: string): string {
  if (cut.length === 1) return 'nodes';
  const clean = name.replace(/[^A-Za-z0-9_]+/g, '_').slice(0, 40);
  return `nodes_${clean}_${cut.indexOf(name) + 1}`;
}

function groupName(cut: readonly string[]): string {
  return cut.join('+');
}

/** Members that are referred to from outside the group: circles are best cut where the value begins. */
function outsideEntries(members: ReadonlySet<string>, definitions: ReadonlyMap<string, Shape>, root: Shape): string[] {
  const entries = refsOf(root).filter((name) => members.has(name));
  for (const [name, shape] of definitions)
    if (!members.has(name)) entries.push(...refsOf(shape).filter((target) => members.has(target)));
  return [...new Set(entries)];
}

/** Members whose removal leaves the group without circles, chosen greedily: objects first, entries first. */
function cutPoints(group: readonly string[], definitions: ReadonlyMap<string, Shape>, entries: readonly string[]): string[] {
  const rank = (name: string) => (definitions.get(name)?.kind === 'object' ? 0 : 2) + (entries.includes(name) ? 0 : 1);
  const cut: string[] = [];
  for (;;) {
    const left = group.filter((name) => !cut.includes(name));
    const edges = new Map(
      left.map((name) => [name, refsOf(definitions.get(name) as Shape).filter((target) => left.includes(target))]),
    );
    const circle = components(edges).find((part) => part.length > 1 || edges.get(part[0] as string)?.includes(part[0] as string));
    if (!circle) return cut;
    cut.push([...circle].sort((a, b) => rank(a) - rank(b) || group.indexOf(a) - group.indexOf(b))[0] as string);
  }
}
