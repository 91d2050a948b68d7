import { onWire } from '../../ir/disjoint.js';
import { closedObject } from '../../ir/recode.js';
import type { Document, Shape } from '../../ir/shape.js';
import type { Context } from '../context.js';

/** Pass: the root is of a form that the target takes there; otherwise it becomes the property `value` of an object. */
export function wrapRoot(document: Document, context: Context): Document {
  const allowed = context.target.root[context.mode].value;
  const resolve = (name: string) => document.definitions.get(name);
  const form = formOf(onWire(document.root, resolve));
  const isUnion = form === 'union';
  const withDefinitions = isUnion && document.definitions.size > 0 && !context.target.root.unionWithDefinitions.value;
  const wire = onWire(document.root, resolve);
  const options = wire.kind === 'union' ? wire.options : [];
  const fits =
    (allowed as readonly string[]).includes(form) &&
    !withDefinitions &&
    options.every((option) => isRoot(formOf(onWire(option, resolve)), allowed));
  if (fits) return document;
  const { path } = document.root;
  const root: Shape = { kind: 'coded', path, codec: 'wrap', argument: {}, wire: closedObject(path, [['value', document.root]]) };
  return { root, definitions: document.definitions };
}

/** Each option of a root union must itself be a root, and none a union again. */
function isRoot(form: string, allowed: readonly string[]): boolean {
  return form !== 'union' && allowed.includes(form);
}

function formOf(shape: Shape): 'object' | 'array' | 'scalar' | 'union' {
  return shape.kind === 'object' || shape.kind === 'array' || shape.kind === 'union' ? shape.kind : 'scalar';
}
