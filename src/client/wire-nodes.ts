import { isRecord } from '../ir/json.js';
import { pointer } from '../ir/pointer.js';
import type { Document, Shape } from '../ir/shape.js';

/** A node of a wire schema, with the place of the source schema that it comes from. */
export interface WireNode {
  readonly node: Readonly<Record<string, unknown>>;
  /** JSON Pointer into the source schema; into the wire schema where the source is not known. */
  readonly path: string;
  /** It is a property that may be absent. */
  readonly optional: boolean;
}

/** Every node of a wire schema once, references not followed. */
export function wireNodes(wire: unknown, lowered: Document | undefined): readonly WireNode[] {
  const found: WireNode[] = [];
  const visit = (node: unknown, at: string, shape: Shape | undefined, optional: boolean): void => {
    if (!isRecord(node)) return;
    const own = bare(shape, lowered);
    found.push({ node, path: shape ? shape.path : at, optional });
    if (isRecord(node.properties)) {
      const required = new Set(Array.isArray(node.required) ? node.required : []);
      const shapes =
        own?.kind === 'object' ? new Map(own.properties.map((property) => [property.key, property.shape])) : undefined;
      for (const [key, value] of Object.entries(node.properties))
        visit(value, pointer(`${at}/properties`, key), shapes?.get(key), !required.has(key));
    }
    if (node.items) visit(node.items, `${at}/items`, own?.kind === 'array' ? own.items : undefined, false);
    for (const keyword of ['anyOf', 'allOf'])
      if (Array.isArray(node[keyword])) {
        const options = own?.kind === 'union' && own.options.length === node[keyword].length ? own.options : undefined;
        for (const [index, option] of node[keyword].entries())
          visit(option, `${at}/${keyword}/${index}`, options?.[index], false);
      }
    if (isRecord(node.$defs))
      for (const [name, value] of Object.entries(node.$defs))
        visit(value, pointer(`${at}/$defs`, name), lowered?.definitions.get(name), false);
  };
  visit(wire, '', lowered?.root, false);
  return found;
}

/** The shape that is written out for a node: what stands behind codecs and references. */
function bare(shape: Shape | undefined, lowered: Document | undefined): Shape | undefined {
  let inner = shape;
  for (let steps = 0; inner && steps < 100; steps++) {
    if (inner.kind === 'coded') inner = inner.wire;
    else if (inner.kind === 'ref') inner = lowered?.definitions.get(inner.name);
    else return inner;
  }
  return inner;
}
