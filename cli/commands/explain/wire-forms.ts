import { eachChild } from '../../../src/ir/children.js';
import type { Document, Shape } from '../../../src/ir/shape.js';

/** What each source node travels as, by its path: the outermost shape made of it. */
export function wireForms({ root, definitions }: Document, origin: (path: string) => string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  const visit = (shape: Shape): void => {
    if (shape.kind === 'never') return;
    for (const path of [shape.path, ...(shape.also ?? [])].map(origin))
      if (!forms.has(path) && shape.kind !== 'ref') forms.set(path, formOf(shape));
    eachChild(shape, visit);
  };
  visit(root);
  for (const definition of definitions.values()) visit(definition);
  return forms;
}

function formOf(shape: Shape): string {
  switch (shape.kind) {
    case 'coded':
      return `${formOf(shape.wire)} (${shape.codec})`;
    case 'number':
      return shape.integer ? 'integer' : 'number';
    case 'literal':
      return 'enum';
    case 'array':
      return shape.items.kind === 'never' || shape.items.kind === 'coded' ? 'array' : `array of ${formOf(shape.items)}`;
    case 'union':
      return shape.options.length > 4 ? `one of ${shape.options.length} forms` : shape.options.map(formOf).join(' or ');
    case 'ref':
      return shape.name;
    default:
      return shape.kind;
  }
}
