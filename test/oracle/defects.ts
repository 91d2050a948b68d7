type Node = Readonly<Record<string, unknown>>;

function some(schema: unknown, test: (node: Node) => boolean): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  if (Array.isArray(schema)) return schema.some((item) => some(item, test));
  return test(schema as Node) || Object.values(schema).some((item) => some(item, test));
}

function literals(node: Node): unknown[] {
  return [...(Array.isArray(node['enum']) ? node['enum'] : []), ...('const' in node ? [node['const']] : [])];
}

interface Defect {
  readonly why: string;
  hits(wire: unknown, text: string): boolean;
}

/** Where the engine is known to be wrong: its word on such a pair proves nothing. */
export const DEFECTS: readonly Defect[] = [
  {
    why: 'misreads literals that hold a slash',
    hits: (wire) => some(wire, (node) => literals(node).some((value) => typeof value === 'string' && value.includes('/'))),
  },
  {
    why: 'reads a pattern as if it were anchored at both ends',
    hits: (wire) => some(wire, (node) => typeof node['pattern'] === 'string' && !/^\^.*\$$/s.test(node['pattern'])),
  },
  { why: 'has no exponent in integers', hits: (_, text) => /\de[+-]?\d/.test(text) },
  { why: 'has no leap second', hits: (_, text) => text.includes(':60Z') },
];

export function defectFor(wire: unknown, text: string): string | undefined {
  return DEFECTS.find((defect) => defect.hits(wire, text))?.why;
}
