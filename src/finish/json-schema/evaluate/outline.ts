import { isRecord } from '../../../ir/json.js';

/** What can be told of a schema at a glance. */
export interface Outline {
  readonly types: Set<string> | undefined;
  readonly constants: readonly unknown[] | undefined;
  /** Properties that hold constants, by which options are told apart. */
  readonly tags: Map<string, readonly unknown[]>;
  readonly required: Set<string>;
}

const MOST_STEPS = 20;

/** Looks at a schema and at what it refers to or is composed of, without going into properties further than to constants. */
export function outlineOf(schema: unknown, resolve: (from: object, reference: string) => unknown): Outline {
  let types: Set<string> | undefined;
  let constants: readonly unknown[] | undefined;
  const tags = new Map<string, readonly unknown[]>();
  const required = new Set<string>();
  const pending: unknown[] = [schema];
  for (let steps = 0; pending.length > 0 && steps < MOST_STEPS; steps++) {
    const node = pending.pop();
    if (!isRecord(node)) continue;
    if (node.type !== undefined) types ??= new Set([node.type, node.nullable === true ? 'null' : []].flat(2) as string[]);
    constants ??= constantsOf(node);
    if (Array.isArray(node.required)) for (const key of node.required as string[]) required.add(key);
    if (isRecord(node.properties))
      for (const key of Object.keys(node.properties)) {
        const held = constantsOf(node.properties[key]);
        if (held) tags.set(key, held);
      }
    if (typeof node.$ref === 'string') pending.push(resolve(node, node.$ref));
    if (Array.isArray(node.allOf)) pending.push(...(node.allOf as unknown[]));
  }
  return { types, constants, tags, required };
}

function constantsOf(schema: unknown): readonly unknown[] | undefined {
  if (!isRecord(schema)) return undefined;
  if (schema.const !== undefined) return [schema.const];
  return Array.isArray(schema.enum) && schema.enum.length <= 20 ? (schema.enum as unknown[]) : undefined;
}
