import type { CallExpression } from '@babel/types';
import { foreign } from './packages.js';
import type { Arguments, Parts } from './parts.js';
import { typebox } from './typebox.js';
import { beside, nameOf, type Reading, type Written } from './written.js';
import { zod } from './zod.js';

/** What a call makes of its arguments, where it is one of a library that makes schemas. */
export function partsOf(value: Written, reading: Reading): Parts | undefined {
  if (value.node.type !== 'CallExpression') return undefined;
  const call = value as Written & { readonly node: CallExpression };
  const { callee, arguments: given } = call.node;
  const argument: Arguments = (index) => {
    const node = given.at(index);
    return node && !given.some((each) => each.type === 'SpreadElement') ? beside(call, node) : undefined;
  };
  const known = foreign(beside(call, callee), reading);
  const library = known && libraryOf(beside(call, callee), reading);
  if (known) return library && { typebox, zod }[library].function(known.name)(argument, undefined);
  if (callee.type !== 'MemberExpression') return undefined;
  const name = nameOf(callee.property, callee.computed);
  return name === undefined ? undefined : zod.method(name)?.(argument, beside(call, callee.object));
}

/** The library that a function comes from. */
export function libraryOf(callee: Written, reading: Reading): 'typebox' | 'zod' | undefined {
  const known = foreign(callee, reading);
  if (!known) return undefined;
  return /(?:^|\W)zod(?:$|\W)/.test(known.specifier)
    ? 'zod'
    : /(?:^|\W)typebox(?:$|\W)/.test(known.specifier)
      ? 'typebox'
      : undefined;
}
