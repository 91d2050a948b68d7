import type { Draw } from './draw.js';

interface Node {
  kind: string;
  [part: string]: unknown;
}

export interface PlanEdits {
  /** Plans to put in the place of others. */
  readonly leaves: readonly Node[];
  /** Values of the parts that stand for a choice, by name of the part. */
  readonly choices: Readonly<Record<string, readonly unknown[]>>;
  wrap(plan: Node, draw: Draw): Node;
}

/** A copy of a plan with one thing changed. */
export function editedPlan<Plan>(plan: Plan, draw: Draw, edits: PlanEdits): Plan {
  const root = { root: JSON.parse(JSON.stringify(plan)) as unknown };
  const places = placesOf(root);
  for (let turn = 0; turn < 20; turn++) if (change(draw.pick(places), draw, edits)) break;
  return root.root as Plan;
}

interface Place {
  readonly holder: Record<string | number, unknown>;
  readonly key: string | number;
}

/** Where plans stand, whatever holds them. */
function placesOf(value: object): Place[] {
  return Object.keys(value).flatMap((key) => {
    const held = (value as Record<string, unknown>)[key];
    if (typeof held !== 'object' || held === null) return [];
    const own = 'kind' in held ? [{ holder: value as Record<string, unknown>, key }] : [];
    return [...own, ...placesOf(held)];
  });
}

function change({ holder, key }: Place, draw: Draw, { leaves, choices, wrap }: PlanEdits): boolean {
  const node = holder[key] as Node;
  switch (draw.upTo(6)) {
    case 0:
      holder[key] = draw.pick(leaves);
      return true;
    case 1:
      holder[key] = wrap(node, draw);
      return true;
    case 2: {
      const parts = Object.keys(node).filter((part) => Object.hasOwn(choices, part));
      if (parts.length === 0) return false;
      const part = draw.pick(parts);
      node[part] = draw.pick(choices[part] as readonly unknown[]);
      return true;
    }
    case 3: {
      const fields = node['fields'];
      if (!Array.isArray(fields)) return false;
      node['fields'] = [
        ...fields.filter((field: unknown[]) => field[0] !== 'fresh'),
        ['fresh', draw.pick(leaves), draw.pick(['optional', 'required'])],
      ];
      return true;
    }
    case 4: {
      const list = ['fields', 'options', 'values', 'items'].find(
        (part) => Array.isArray(node[part]) && (node[part] as unknown[]).length > 1,
      );
      if (list === undefined) return false;
      node[list] = (node[list] as unknown[]).slice(1);
      return true;
    }
    case 5: {
      if (!Array.isArray(node['options']) || node['kind'] === 'discriminated') return false;
      node['options'] = [...(node['options'] as unknown[]), draw.pick(leaves)];
      return true;
    }
    default: {
      if (!Array.isArray(node['values'])) return false;
      node['values'] = [...new Set([...(node['values'] as unknown[]), 'violet'])];
      return true;
    }
  }
}
