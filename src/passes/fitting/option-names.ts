import type { Shape } from '../../ir/shape.js';

const WORD: Record<string, string> = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
  array: 'list',
  object: 'object',
  literal: 'choice',
  union: 'choice',
};

/** Short, distinct, telling names for the options of a union. */
export function optionNames(options: readonly Shape[], allowed: (name: string) => boolean): string[] {
  const names: string[] = [];
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  options.forEach((option, index) => {
    const wanted = [
      titleOf(option),
      discriminatorOf(option),
      option.kind === 'ref' ? option.name : undefined,
      WORD[kindOf(option)] ?? kindOf(option),
      `option${index + 1}`,
    ];
    const base = wanted.map((name) => name && fitting(name, allowed)).find((name) => name !== undefined && name !== '') ?? 'o';
    let name = base;
    let count = counts.get(base) ?? 1;
    while (taken.has(name) || !allowed(name)) name = `${base}_${++count}`;
    counts.set(base, count);
    taken.add(name);
    names.push(name);
  });
  return names;
}

/** The name with what is not allowed replaced, cut so that a number may follow. */
function fitting(name: string, allowed: (name: string) => boolean): string | undefined {
  const clean = name.replace(/[^A-Za-z0-9_]+/g, '_');
  for (const length of [40, 24, 10, 6]) {
    const cut = clean.slice(0, length);
    if (allowed(cut) && allowed(`${cut}_9999`)) return cut;
  }
  return undefined;
}

function kindOf(shape: Shape): string {
  return shape.kind === 'coded'
    ? ({ text: 'json', entries: 'map', tuple: 'tuple', labels: 'choice', table: 'tree', fields: 'object', undefined: 'nothing' }[
        shape.codec
      ] ?? shape.codec)
    : shape.kind;
}

function titleOf(shape: Shape): string | undefined {
  return shape.notes?.title;
}

/** The one literal of the first property that has just one. */
function discriminatorOf(shape: Shape): string | undefined {
  if (shape.kind === 'coded') return discriminatorOf(shape.wire);
  if (shape.kind === 'literal' && shape.values.length === 1) return String(shape.values[0]);
  if (shape.kind !== 'object') return undefined;
  for (const property of shape.properties)
    if (property.required && property.shape.kind === 'literal' && property.shape.values.length === 1)
      return String(property.shape.values[0]);
  return undefined;
}
