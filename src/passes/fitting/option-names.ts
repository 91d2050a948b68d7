import { freeName } from '../../ir/recode.js';
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
  options.forEach((option, index) => {
    const wanted = [
      titleOf(option),
      discriminatorOf(option),
      option.kind === 'ref' ? option.name : undefined,
      WORD[kindOf(option)] ?? kindOf(option),
      `option${index + 1}`,
    ];
    const base =
      wanted.map((name) => name?.replace(/[^A-Za-z0-9_]+/g, '_').slice(0, 40)).find((name) => name && allowed(name)) ?? 'option';
    names.push(freeName(base, (name) => names.includes(name) || !allowed(name)));
  });
  return names;
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
