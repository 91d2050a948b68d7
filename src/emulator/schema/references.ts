import { isRecord } from '../../ir/json.js';

/** The definitions of a document by the reference that names them. */
export function definitionsOf(root: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const place of ['$defs', 'definitions']) {
    const definitions = root[place];
    if (!isRecord(definitions)) continue;
    for (const [name, schema] of Object.entries(definitions))
      found.set(`#/${place}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, schema);
  }
  return found;
}

/** Every reference in a schema of the wire's forms, without recursion. */
export function referencesIn(schema: unknown): string[] {
  const found: string[] = [];
  const open: unknown[] = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isRecord(next)) continue;
    if (typeof next['$ref'] === 'string') found.push(next['$ref']);
    if (Array.isArray(next['anyOf'])) open.push(...next['anyOf']);
    if (next['items'] !== undefined) open.push(next['items']);
    if (isRecord(next['properties'])) open.push(...Object.values(next['properties']));
  }
  return found;
}

/** A circle of definitions as their names, or undefined where there is none. Without recursion, however long the chains. */
export function circleIn(definitions: ReadonlyMap<string, unknown>): readonly string[] | undefined {
  const done = new Set<string>();
  for (const start of definitions.keys()) {
    if (done.has(start)) continue;
    const path: { readonly name: string; readonly rest: string[] }[] = [];
    const onPath = new Set<string>();
    const enter = (name: string): void => {
      path.push({ name, rest: referencesIn(definitions.get(name)).filter((to) => definitions.has(to)) });
      onPath.add(name);
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = top.rest.pop();
      if (to === undefined) {
        path.pop();
        onPath.delete(top.name);
        done.add(top.name);
      } else if (onPath.has(to)) {
        return [...path.slice(path.findIndex(({ name }) => name === to)).map(({ name }) => name), to].map(nameOf);
      } else if (!done.has(to)) enter(to);
    }
  }
  return undefined;
}

function nameOf(reference: string): string {
  return reference.slice(reference.indexOf('/', 2) + 1);
}
