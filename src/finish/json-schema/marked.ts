import { isRecord } from '../../ir/json.js';
import type { Dialect } from './dialect.js';
import { eachSubschema, POSITIONS } from './positions.js';
import { Resources } from './resources.js';

/** Every schema of a document, also those that only a reference can find; `passed` is what references lead through. */
export function marked(
  root: unknown,
  dialect: Dialect,
): { readonly schemas: ReadonlySet<unknown>; readonly passed: ReadonlySet<unknown> } {
  const schemas = new Set<unknown>();
  const passed = new Set<unknown>();
  const resources = new Resources(root, dialect === 'draft-04' ? 'id' : '$id');
  const containers = new Set<unknown>();
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const node = pending.pop();
    if (!isRecord(node) || schemas.has(node) || containers.has(node)) continue;
    schemas.add(node);
    for (const keyword of POSITIONS.keys())
      if (isRecord(node[keyword]) && POSITIONS.get(keyword) === 'map') containers.add(node[keyword]);
    eachSubschema(node, (child) => pending.push(child));
    if (typeof node.$ref !== 'string') continue;
    try {
      const target = resources.resolve(node, node.$ref, (part) => passed.add(part));
      passed.add(target);
      pending.push(target);
    } catch {
      // Whoever compiles the schema will say that the reference leads nowhere.
    }
  }
  return { schemas, passed };
}
