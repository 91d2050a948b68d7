import { mapChildren } from '../../ir/children.js';
import type { Document, Shape } from '../../ir/shape.js';
import type { Context } from '../context.js';
import { any } from './any.js';
import { instances } from './instances.js';
import { literals } from './literals.js';
import { maps } from './maps.js';
import type { Rule } from './rule.js';
import { tuples } from './tuples.js';

/** Every rule speaks of one kind of node, so their order does not matter. */
export const RULES: readonly Rule[] = Object.freeze([any, instances, literals, maps, tuples]);

const BY_KIND: ReadonlyMap<string, Rule> = new Map([
  ['any', any],
  ['instance', instances],
  ['literal', literals],
  ['object', maps],
  ['array', tuples],
]);

/** Group 2: what JSON or the target lacks is put in another form, bottom up. */
export function lowerStructure(document: Document, context: Context): Document {
  const walk = (shape: Shape): Shape => {
    const node = mapChildren(shape, walk);
    const rule = BY_KIND.get(node.kind);
    return rule?.eliminates(node) ? rule.lower(node, context) : node;
  };
  const root = walk(document.root);
  if (document.definitions.size === 0) return { root, definitions: document.definitions };
  const definitions = new Map<string, Shape>();
  for (const [name, shape] of document.definitions) definitions.set(name, walk(shape));
  return { root, definitions };
}
