import { layoutOf } from '../../../src/codecs/fields.js';
import { valueShape } from '../../../src/codecs/group.js';
import { eachChild } from '../../../src/ir/children.js';
import type { Document, Shape } from '../../../src/ir/shape.js';

/** What each source node travels as, by its path: the outermost shape made of it. */
export function wireForms({ root, definitions }: Document, origin: (path: string) => string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  const note = (shape: Shape, form: string): void => {
    for (const path of [shape.path, ...(shape.also ?? [])].map(origin))
      if (!forms.has(path) && shape.kind !== 'ref') forms.set(path, form);
  };
  const visit = (shape: Shape): void => {
    if (shape.kind === 'never') return;
    note(shape, formOf(shape));
    for (const { list, value } of listsIn(shape)) note(value, `${formOf(value)}, an entry of \`${list}\``);
    eachChild(shape, visit);
  };
  visit(root);
  for (const definition of definitions.values()) visit(definition);
  return forms;
}

/** The lists of entries that optional properties of an object share, with what a value is. */
function listsIn(shape: Shape): readonly { readonly list: string; readonly value: Shape }[] {
  if (shape.kind !== 'coded' || shape.codec !== 'fields') return [];
  return [...layoutOf(shape).byKey].flatMap(([list, { field, property }]) =>
    field.members ? [{ list, value: valueShape(property.shape) }] : [],
  );
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
