import { eachChild } from '../ir/children.js';
import { pointer } from '../ir/pointer.js';
import type { Document, Facet, Loss, Notes, Shape } from '../ir/shape.js';
import { groupedIn } from './grouped.js';

/** What became of the source nodes, gathered from the lowered document. */
export interface Uses {
  /** Lowered shapes by the source node they come from. */
  readonly shapes: ReadonlyMap<string, readonly Shape[]>;
  readonly sent: ReadonlySet<string>;
  readonly checked: ReadonlyMap<string, Facet>;
  readonly losses: ReadonlyMap<string, Loss>;
  /** Source nodes of properties that share a list of entries, which says what each is about. */
  readonly grouped: ReadonlySet<string>;
}

export function usesOf(document: Document): Uses {
  const shapes = new Map<string, Shape[]>();
  const sent = new Set<string>();
  const checked = new Map<string, Facet>();
  const losses = new Map<string, Loss>();
  const grouped = new Set<string>();
  const note = (path: string, shape: Shape) => {
    const list = shapes.get(path);
    if (list) list.push(shape);
    else shapes.set(path, [shape]);
  };
  const walk = (shape: Shape): void => {
    note(shape.path, shape);
    for (const path of shape.also ?? []) note(path, shape);
    for (const facet of shape.facets ?? []) for (const at of placesOf(facet)) sent.add(at);
    for (const facet of shape.checked ?? []) for (const at of placesOf(facet)) checked.set(at, facet);
    for (const loss of shape.losses ?? []) losses.set(pointer(loss.path, loss.keyword), loss);
    for (const path of groupedIn(shape)) grouped.add(path);
    if (shape.kind === 'object') for (const property of shape.properties) walk(property.shape);
    else if (shape.kind !== 'never') eachChild(shape, walk);
  };
  walk(document.root);
  for (const shape of document.definitions.values()) walk(shape);
  return { shapes, sent, checked, losses, grouped };
}

function placesOf({ path, also = [], keyword }: Facet): readonly string[] {
  return [path, ...also].map((at) => pointer(at, keyword));
}

/** Places where the schema's own pins say what means nothing. */
export function wrongPinsIn(document: Document): readonly { readonly path: string; readonly wrong: string }[] {
  const found = new Map<string, string>();
  const walk = (shape: Shape): void => {
    const wrong = shape.notes?.pins?.wrong;
    if (wrong !== undefined) found.set(shape.path, wrong);
    eachChild(shape, walk);
  };
  walk(document.root);
  for (const shape of document.definitions.values()) walk(shape);
  return [...found].map(([path, wrong]) => ({ path, wrong }));
}

/** Every source node that was read, whatever became of it, with its title and description. */
export function readIn(document: Document): ReadonlyMap<string, Notes> {
  const read = new Map<string, Notes>();
  const walk = (shape: Shape): void => {
    for (const path of [shape.path, ...(shape.also ?? [])]) read.set(path, { ...shape.notes, ...read.get(path) });
    eachChild(shape, walk);
  };
  walk(document.root);
  for (const shape of document.definitions.values()) walk(shape);
  return read;
}
