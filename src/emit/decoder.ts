import { type Json, setOwn } from '../ir/json.js';
import type { Document, Facet, Loss, Shape } from '../ir/shape.js';

/** A lowered document as JSON, without what neither decoder nor encoder asks for. */
export interface Decoder {
  readonly root: Node;
  readonly definitions?: { readonly [name: string]: Node };
}

/** A lowered shape: plain kinds by name, others by the one property that is named as their kind. */
export type Node = Plain | (Bounds & ({ readonly plain: Plain } | Nested));
export type Plain = 'null' | 'boolean' | 'number' | 'integer' | 'string';
type Nested =
  | { readonly literal: readonly Json[] }
  | { readonly array: Node; readonly filled?: true }
  | { readonly object: readonly Field[]; readonly strip?: true }
  | { readonly union: readonly Node[] }
  | { readonly ref: string }
  | { readonly codec: string; readonly argument: Json; readonly wire: Node };
/** A property: its key, its node, and `false` where it need not be there. */
export type Field = readonly [key: string, node: Node] | readonly [key: string, node: Node, required: false];
interface Bounds {
  readonly format?: string;
  readonly pattern?: string;
  /** Source nodes that `EncodeError` names for a value that can't be said. */
  readonly losses?: readonly { readonly path: string; readonly keyword: string; readonly deep?: true }[];
}

/** Strips a lowered document down to what runs. */
export function strip(document: Document): Decoder {
  const definitions: Record<string, Node> = {};
  for (const [name, shape] of document.definitions) setOwn(definitions, name, node(shape));
  return { root: node(document.root), ...(document.definitions.size > 0 && { definitions }) };
}

function node(shape: Shape): Node {
  const bounds = boundsOf(shape);
  switch (shape.kind) {
    case 'null':
    case 'boolean':
    case 'string':
      return plain(shape.kind, bounds);
    case 'number':
      return plain(shape.integer ? 'integer' : 'number', bounds);
    case 'literal':
      return { literal: shape.values, ...bounds };
    case 'array':
      return { array: node(shape.items), ...(shape.facets?.some(isFilled) && { filled: true }), ...bounds };
    case 'object':
      return {
        object: shape.properties.map(({ key, shape: value, required }) =>
          required ? [key, node(value)] : [key, node(value), false],
        ),
        ...(shape.openness === 'strip' && { strip: true }),
        ...bounds,
      };
    case 'union':
      return { union: shape.options.map(node), ...bounds };
    case 'ref':
      return { ref: shape.name, ...bounds };
    case 'coded':
      return { codec: shape.codec, argument: shape.argument, wire: node(shape.wire), ...bounds };
    default:
      throw new TypeError(`a ${shape.kind} shape is left at ${shape.path}`);
  }
}

function plain(kind: Plain, bounds: Bounds): Node {
  return Object.keys(bounds).length === 0 ? kind : { plain: kind, ...bounds };
}

function boundsOf(shape: Shape): Bounds {
  const sent = shape.kind === 'string' ? (shape.facets ?? []) : [];
  const format = sent.find((facet) => facet.keyword === 'format');
  const pattern = sent.find((facet) => facet.keyword === 'pattern');
  return {
    ...(format && { format: String(format.value) }),
    ...(pattern && { pattern: String(pattern.value) }),
    ...(shape.losses && { losses: shape.losses.map(loss) }),
  };
}

function loss({ path, keyword, deep }: Loss) {
  return { path, keyword, ...(deep && { deep }) };
}

function isFilled(facet: Facet): boolean {
  return facet.keyword === 'minItems' && facet.value === 1;
}
