import { isRecord } from '../../ir/json.js';
import { tokens } from '../../ir/pointer.js';
import { isProgrammatic, titleOf, toolsOf } from './parts.js';
import { rule } from './rule.js';

/** A recursive `$ref` in a tool that code may call is a 400, "Circular $ref detected" (documented: programmatic-tool-calling). */
export const programmaticRecursion = rule('programmatic-recursion', function* ({ body }) {
  for (const { tool, path } of toolsOf(body)) {
    const reference = isProgrammatic(tool) ? circleIn(tool['input_schema']) : undefined;
    if (reference === undefined) continue;
    yield {
      path: `${path}/input_schema`,
      message: `The input of ${titleOf(tool)} is recursive (${JSON.stringify(reference.slice(0, 80))}), and code may call the tool: the API does not take both.`,
      help: "Define the tool with `defineTool`, whose recursive inputs travel as tables, or set `allowed_callers: ['direct']`.",
    };
  }
});

/** A reference that leads back to itself. */
function circleIn(schema: unknown): string | undefined {
  const done = new Set<string>();
  const above: { readonly reference: string; readonly rest: string[] }[] = [{ reference: '', rest: referencesIn(schema) }];
  for (let top = above.at(-1); top; top = above.at(-1)) {
    const next = top.rest.pop();
    if (next === undefined) {
      above.pop();
      done.add(top.reference);
    } else if (next === '#' || above.some(({ reference }) => reference === next)) return next;
    else if (!done.has(next)) above.push({ reference: next, rest: referencesIn(resolved(schema, next)) });
  }
  return undefined;
}

function referencesIn(schema: unknown): string[] {
  const found: string[] = [];
  const open: unknown[] = [schema];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null) continue;
    if (isRecord(node) && typeof node['$ref'] === 'string' && node['$ref'].startsWith('#')) found.push(node['$ref']);
    for (const value of Object.values(node)) open.push(value);
  }
  return found;
}

function resolved(schema: unknown, reference: string): unknown {
  let node = schema;
  for (const step of tokens(reference.slice(1))) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return undefined;
    node = (node as Record<string, unknown>)[step];
  }
  return node;
}
