import type { Document, Shape } from '../ir/shape.js';
import { comment } from './text.js';
import { typeNames } from './type-names.js';
import { after, notesOf, TypeWriter } from './types.js';

/**
 * TypeScript declarations of the values that a canonical document admits: one exported type named `name`, and one for
 * every definition it refers to.
 */
export function typeDeclarations(document: Document, name: string, reserved: readonly string[] = []): string {
  const used = definitionsOf(document);
  const names = typeNames(used, [name, ...reserved]);
  const { root } = document;
  if (root.kind === 'ref') names.set(root.name, name);
  const writer = new TypeWriter(document, names);
  const declare = (shape: Shape, as: string, definition?: string) =>
    `${comment(notesOf(shape))}export type ${as} =${after(writer.declared(shape, definition))};\n`;
  const others = used.filter((definition) => names.get(definition) !== name);
  return [
    root.kind === 'ref' ? declare(writer.resolve(root.name), name, root.name) : declare(root, name),
    ...others.map((definition) => declare(writer.resolve(definition), names.get(definition) as string, definition)),
  ].join('\n');
}

/** The definitions that the root needs, in the order of the document. */
function definitionsOf({ root, definitions }: Document): readonly string[] {
  const met = new Set<string>();
  const pending: Shape[] = [root];
  for (let shape = pending.pop(); shape; shape = pending.pop())
    for (const name of refsShown(shape)) {
      const target = definitions.get(name);
      if (!target || met.has(name)) continue;
      met.add(name);
      pending.push(target);
    }
  return [...definitions.keys()].filter((name) => met.has(name));
}

/** The names that stand in the type of a shape. */
function refsShown(shape: Shape): readonly string[] {
  const names: string[] = [];
  const walk = (at: Shape): void => {
    if (at.kind === 'ref') names.push(at.name);
    else for (const part of partsShown(at)) walk(part);
  };
  walk(shape);
  return names;
}

function partsShown(shape: Shape): readonly Shape[] {
  switch (shape.kind) {
    case 'union':
      return shape.options;
    case 'instance':
      return shape.parts;
    case 'array':
      return [...shape.prefix, shape.items];
    case 'object':
      return [...shape.properties.map((property) => property.shape), ...shape.patterns.map((entry) => entry.shape), shape.rest];
    default:
      return [];
  }
}
