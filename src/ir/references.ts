import { eachChild } from './children.js';
import type { Document, Shape } from './shape.js';

/** The names that a shape refers to, in document order, repetitions included. */
export function refsOf(shape: Shape): string[] {
  const names: string[] = [];
  const walk = (at: Shape): void => {
    if (at.kind === 'ref') names.push(at.name);
    else eachChild(at, walk);
  };
  walk(shape);
  return names;
}

/**
 * Groups of definitions that refer to each other in a circle (Tarjan, iterative), each with more than one member or a
 * member that refers to itself.
 */
export function cycles(definitions: ReadonlyMap<string, Shape>): string[][] {
  const edges = new Map<string, string[]>();
  for (const [name, shape] of definitions)
    edges.set(
      name,
      [...new Set(refsOf(shape))].filter((target) => definitions.has(target)),
    );
  return components(edges).filter((group) => group.length > 1 || edges.get(group[0] as string)?.includes(group[0] as string));
}

/** Strongly connected components, callees before callers. */
export function components(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const groups: string[][] = [];
  for (const start of edges.keys()) {
    if (index.has(start)) continue;
    const frames: { name: string; next: number }[] = [];
    const enter = (name: string) => {
      index.set(name, index.size);
      low.set(name, index.size - 1);
      open.push(name);
      isOpen.add(name);
      frames.push({ name, next: 0 });
    };
    enter(start);
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const target = edges.get(frame.name)?.[frame.next++];
      if (target !== undefined) {
        if (!index.has(target)) enter(target);
        else if (isOpen.has(target)) low.set(frame.name, Math.min(low.get(frame.name) as number, index.get(target) as number));
        continue;
      }
      frames.pop();
      const parent = frames.at(-1);
      if (parent) low.set(parent.name, Math.min(low.get(parent.name) as number, low.get(frame.name) as number));
      if (low.get(frame.name) !== index.get(frame.name)) continue;
      const group: string[] = [];
      for (let name = open.pop(); name !== undefined; name = open.pop()) {
        isOpen.delete(name);
        group.push(name);
        if (name === frame.name) break;
      }
      groups.push(group.reverse());
    }
  }
  return groups;
}

/** Definitions reached from the root, each after everything it refers to. Only for documents without cycles. */
export function reachable(document: Document): string[] {
  const edges = new Map<string, string[]>();
  const queue = refsOf(document.root);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (edges.has(name)) continue;
    const shape = document.definitions.get(name);
    const targets = shape ? refsOf(shape) : [];
    edges.set(name, targets);
    queue.push(...targets);
  }
  return components(edges).flat();
}
