import { attach } from '../../ir/attach.js';
import { eachChild, mapChildren } from '../../ir/children.js';
import { reachable, refsOf } from '../../ir/references.js';
import type { Document, Shape, UnionShape } from '../../ir/shape.js';
import type { Context } from '../context.js';

/** A definition up to this many nodes is repeated where a use says something of its own. */
const SMALL = 40;

/** Pass: a definition is kept only where it is used more than once and is worth a name; the root is never a reference. */
export function shareDefinitions(document: Document, context: Context): Document {
  if (document.definitions.size === 0) return document;
  const uses = new Map<string, number>();
  const order = reachable(document);
  for (const name of [...refsOf(document.root), ...order.flatMap((name) => refsOf(document.definitions.get(name) as Shape))])
    uses.set(name, (uses.get(name) ?? 0) + 1);
  const settled = new Map<string, Shape>();
  const sizes = new Map<string, number>();
  const place = (shape: Shape): Shape => {
    if (shape.kind !== 'ref') return mapChildren(shape, place);
    const target = settled.get(shape.name);
    if (!target) return shape;
    const says =
      (shape.notes && Object.keys(shape.notes).length > 0) ||
      shape.facets?.length ||
      shape.checked?.length ||
      shape.losses?.length;
    const size = sizes.get(shape.name) as number;
    if (size <= 1 || uses.get(shape.name) === 1 || (says && size <= SMALL) || !context.target.definitions.value)
      return merged(target, shape);
    return shape.path === '' && Object.keys(shape).length === 3
      ? shape
      : {
          kind: 'ref',
          name: shape.name,
          path: shape.path,
          ...(shape.also && { also: shape.also }),
          ...(shape.losses && { losses: shape.losses }),
          ...(shape.checked && { checked: shape.checked }),
        };
  };
  for (const name of order) {
    const shape = place(document.definitions.get(name) as Shape);
    settled.set(name, shape);
    sizes.set(name, sizeOf(shape));
  }
  let root = place(document.root);
  while (root.kind === 'ref') root = merged(settled.get(root.name) as Shape, root);
  return inlineSingle(root, settled);
}

/** What is still referred to, but for definitions that only one place refers to: they stand there. */
function inlineSingle(root: Shape, settled: ReadonlyMap<string, Shape>): Document {
  const uses = new Map<string, number>();
  const queue = refsOf(root);
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    uses.set(name, (uses.get(name) ?? 0) + 1);
    if (uses.get(name) === 1) queue.push(...refsOf(settled.get(name) as Shape));
  }
  const place = (shape: Shape): Shape => {
    if (shape.kind !== 'ref') return mapChildren(shape, place);
    return uses.get(shape.name) === 1 ? merged(place(settled.get(shape.name) as Shape), shape) : shape;
  };
  const definitions = new Map<string, Shape>();
  for (const [name, count] of uses) if (count > 1) definitions.set(name, place(settled.get(name) as Shape));
  return { root: place(root), definitions };
}

function merged(target: Shape, use: Shape): Shape {
  const shape = attach(target, { ...use, notes: {} });
  const checked = [...(target.checked ?? []), ...(use.checked ?? []).filter((facet) => !target.checked?.includes(facet))];
  return { ...shape, ...(use.notes && { notes: { ...target.notes, ...use.notes } }), ...(checked.length > 0 && { checked }) };
}

/** Nodes on the wire, counted up to what matters; a codec is none. */
function sizeOf(shape: Shape): number {
  let size = 0;
  const count = (at: Shape): void => {
    if (at.kind !== 'coded') size++;
    if (size > SMALL || (at.kind === 'union' && isOneScalar(at))) return;
    if (at.kind === 'object') for (const property of at.properties) count(property.shape);
    else eachChild(at, count);
  };
  count(shape);
  return size;
}

const SCALARS: ReadonlySet<string> = new Set(['null', 'boolean', 'string']);

/** Whether all options are the same scalar without a word: on the wire it stands there once, and is no union. */
function isOneScalar({ options }: UnionShape): boolean {
  const [first] = options;
  return (
    first !== undefined &&
    SCALARS.has(first.kind) &&
    options.every(
      ({ kind, facets, checked, notes }) =>
        kind === first.kind &&
        !facets?.length &&
        !checked?.length &&
        notes?.title === undefined &&
        notes?.description === undefined,
    )
  );
}
