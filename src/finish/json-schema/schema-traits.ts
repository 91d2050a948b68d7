import { isRecord } from '../../ir/json.js';
import { eachSubschema } from './positions.js';
import { Resources } from './resources.js';

/** What of a prepared schema decides by whom it is checked. */
export interface Traits {
  /** It refers to itself. Ajv would take exponential time where alternatives do. */
  readonly recursive: boolean;
  /** It has keywords that Ajv does not evaluate exactly: `contains` after `prefixItems` lets an empty array pass, and property names such as `toString` are lost. It never misses a property whose name is the empty text. */
  readonly delicate: boolean;
}

const DELICATE = ['contains', 'unevaluatedProperties', 'unevaluatedItems', '$dynamicRef', '$recursiveRef'];

export function traitsOf(schema: unknown): Traits {
  const resources = new Resources(schema);
  const open = new Set<unknown>();
  const done = new Set<unknown>();
  let recursive = false;
  let delicate = false;
  // Depth first with a stack of its own: a node stays open until all that it leads to is done.
  const stack: { readonly node: unknown; leaving: boolean }[] = [{ node: schema, leaving: false }];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const { node } = frame;
    if (frame.leaving || !isRecord(node) || done.has(node)) {
      stack.pop();
      if (frame.leaving) {
        open.delete(node);
        done.add(node);
      }
      continue;
    }
    if (open.has(node)) {
      recursive = true;
      stack.pop();
      continue;
    }
    open.add(node);
    frame.leaving = true;
    if (DELICATE.some((keyword) => node[keyword] !== undefined) || requiresEmptyName(node)) delicate = true;
    eachSubschema(node, (child) => stack.push({ node: child, leaving: false }));
    if (typeof node.$ref !== 'string') continue;
    try {
      stack.push({ node: resources.resolve(node, node.$ref), leaving: false });
    } catch {
      // Who compiles the schema will say so.
    }
  }
  return { recursive, delicate };
}

function requiresEmptyName({ required, dependentRequired, dependencies }: Record<string, unknown>): boolean {
  const lists = [required, ...Object.values(dependentRequired ?? {}), ...Object.values(dependencies ?? {})];
  return lists.some((names) => Array.isArray(names) && names.includes(''));
}
