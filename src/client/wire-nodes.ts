import { isRecord } from '../ir/json.js';
import { pointer } from '../ir/pointer.js';
import type { Document, Shape } from '../ir/shape.js';
import type { Explainable } from './schemas-asked.js';

/** A node of a wire schema, with the places of the source schema that it comes from. */
export interface WireNode {
  readonly node: Readonly<Record<string, unknown>>;
  /** JSON Pointer into the wire schema. */
  readonly at: string;
  /** It is a property that may be absent. */
  readonly optional: boolean;
  /**
   * JSON Pointers into the source schema, of where it states one of these keywords, or else of what the node comes from. For a schema
   * that was not lowered, which is its own source, `at`.
   */
  paths(keywords: readonly string[]): readonly string[];
}

/** Every node of a wire schema once, references not followed. */
export function wireNodes({ wire, lowered }: Explainable): readonly WireNode[] {
  const found: WireNode[] = [];
  /** `outer`: the path of the nearest node whose shape is known. */
  const visit = (node: unknown, at: string, shape: Shape | undefined, outer: string, optional: boolean): void => {
    if (!isRecord(node)) return;
    const layers = shape ? layersOf(shape, lowered as Document) : [];
    const path = shape?.path ?? outer;
    const paths = lowered ? (keywords: readonly string[]) => stated(layers, keywords) ?? around(shape, path) : () => [at];
    found.push({ node, at, optional, paths });
    const own = written(layers.at(-1), node, lowered);
    if (isRecord(node['properties'])) {
      const required = new Set(Array.isArray(node['required']) ? node['required'] : []);
      const shapes =
        own?.kind === 'object' ? new Map(own.properties.map((property) => [property.key, property.shape])) : undefined;
      for (const [key, value] of Object.entries(node['properties']))
        visit(value, pointer(`${at}/properties`, key), shapes?.get(key), path, !required.has(key));
    }
    if (node['items']) visit(node['items'], `${at}/items`, own?.kind === 'array' ? own.items : undefined, path, false);
    for (const keyword of ['anyOf', 'oneOf', 'allOf'])
      if (Array.isArray(node[keyword])) {
        const options = keyword === 'anyOf' ? optionsOf(own, node[keyword].length, lowered) : [];
        for (const [index, option] of node[keyword].entries())
          visit(option, `${at}/${keyword}/${index}`, options[index], path, false);
      }
    for (const group of ['$defs', 'definitions'])
      if (isRecord(node[group]))
        for (const [name, value] of Object.entries(node[group]))
          visit(value, pointer(`${at}/${group}`, name), lowered?.definitions.get(name), path, false);
  };
  visit(wire, '', lowered?.root, '', false);
  return found;
}

/** A shape and what stands behind its codecs and references, the one that is written out last. */
function layersOf(shape: Shape, { definitions }: Document): readonly Shape[] {
  const layers = [shape];
  for (let inner: Shape | undefined = shape; layers.length < 100; layers.push(inner)) {
    inner = inner.kind === 'coded' ? inner.wire : inner.kind === 'ref' ? definitions.get(inner.name) : undefined;
    if (!inner) break;
  }
  return layers;
}

/** Where the source states one of the keywords. */
function stated(layers: readonly Shape[], keywords: readonly string[]): readonly string[] | undefined {
  const facets = layers.flatMap(({ facets = [] }) => facets).filter(({ keyword }) => keywords.includes(keyword));
  return facets.length > 0 ? facets.flatMap(({ path, also = [] }) => [path, ...also]) : undefined;
}

/** The node's own place, and those that were merged into it from elsewhere. */
function around(shape: Shape | undefined, path: string): readonly string[] {
  return [path, ...(shape?.also ?? []).filter((other) => !other.startsWith(`${path}/`))];
}

/** The shape that a node is written from: of a union that came down to one form, the option of that form. */
function written(
  shape: Shape | undefined,
  node: Readonly<Record<string, unknown>>,
  lowered: Document | undefined,
): Shape | undefined {
  if (shape?.kind !== 'union' || 'anyOf' in node || !lowered) return shape;
  const options = flat(shape.options, lowered).map((option) => layersOf(option, lowered).at(-1) as Shape);
  return options.find(({ kind }) => kind === node['type']);
}

/** The shapes of the options as they are written: unions inside a union are its options. None where that can't be told. */
function optionsOf(shape: Shape | undefined, count: number, lowered: Document | undefined): readonly Shape[] {
  if (shape?.kind !== 'union' || !lowered) return [];
  if (shape.options.length === count) return shape.options;
  const options = flat(shape.options, lowered);
  return options.length === count ? options : [];
}

function flat(options: readonly Shape[], lowered: Document): readonly Shape[] {
  return options.flatMap((option) => {
    if (option.kind === 'ref') return [option];
    const inner = layersOf(option, lowered).at(-1) as Shape;
    return inner.kind === 'union' ? flat(inner.options, lowered) : [option];
  });
}
