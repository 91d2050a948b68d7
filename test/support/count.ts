/** What a wire schema costs of the request's budget: every use of a definition counts. */
export interface Count {
  readonly optional: number;
  readonly union: number;
  readonly properties: number;
}

type Node = Record<string, unknown>;

const NOTHING: Count = { optional: 0, union: 0, properties: 0 };

function add(left: Count, right: Count): Count {
  return {
    optional: left.optional + right.optional,
    union: left.union + right.union,
    properties: left.properties + right.properties,
  };
}

/** Counted by our own reading of the limits: properties that may be missing; nodes with `anyOf` or a list of types. */
export function countOf(wire: Node): Count {
  const known = new Map<string, Count>();
  const definitions = { ...(wire['$defs'] as Node | undefined), ...(wire['definitions'] as Node | undefined) };
  const visit = (node: Node): Count => {
    if (typeof node['$ref'] === 'string') {
      const name = decodeURIComponent(node['$ref']).split('/').slice(2).join('/').replace(/~1/g, '/').replace(/~0/g, '~');
      if (!known.has(name)) known.set(name, visit(definitions[name] as Node));
      return known.get(name) as Count;
    }
    let total = NOTHING;
    if (Array.isArray(node['anyOf'])) total = (node['anyOf'] as Node[]).map(visit).reduce(add, { ...NOTHING, union: 1 });
    if (Array.isArray(node['type'])) total = add(total, { ...NOTHING, union: 1 });
    if (node['items'] !== undefined) total = add(total, visit(node['items'] as Node));
    const required = (node['required'] ?? []) as string[];
    for (const [key, value] of Object.entries((node['properties'] ?? {}) as Node)) {
      total = add(add(total, visit(value as Node)), { optional: required.includes(key) ? 0 : 1, union: 0, properties: 1 });
    }
    return total;
  };
  return visit(wire);
}
