import type { Node, ObjectExpression } from '@babel/types';
import type { SourceFiles } from './files.js';
import type { Spot, Syntax } from './syntax.js';

/** What names stand for where an expression is written; a name that stands for something unknown has no value. */
export type Scope = ReadonlyMap<string, Written | undefined>;

/** An expression, and the names around it that its module does not explain. */
export interface Written {
  readonly syntax: Syntax;
  readonly node: Node;
  readonly scope?: Scope;
}

/** One search: it ends after so many steps, since names can lead round in a circle. */
export class Reading {
  #steps = 5_000;

  constructor(readonly files: SourceFiles) {}

  step(): boolean {
    return this.#steps-- > 0;
  }
}

/** A part of an object or list, and where it stands. `unknown`: the code does not tell. */
export type Part = { readonly value: Written; readonly at: Spot } | 'absent' | 'unknown';

/** The same place, another expression. */
export function beside(written: Written, node: Node): Written {
  return written.scope ? { syntax: written.syntax, node, scope: written.scope } : { syntax: written.syntax, node };
}

/** The name of a property, where it is written out. */
export function nameOf(key: Node, computed: boolean): string | undefined {
  if (key.type === 'StringLiteral') return key.value;
  if (key.type === 'NumericLiteral') return String(key.value);
  if (key.type === 'TemplateLiteral' && key.expressions.length === 0) return key.quasis[0]?.value.cooked ?? undefined;
  return key.type === 'Identifier' && !computed ? key.name : undefined;
}

/** A property of an object literal. Of several the last one counts, and a spread may hold anything that `spread` does not tell. */
export function propertyOf(
  written: Written & { readonly node: ObjectExpression },
  name: string,
  spread: (source: Written) => Part,
): Part {
  for (const property of written.node.properties.toReversed()) {
    if (property.type === 'SpreadElement') {
      const part = spread(beside(written, property.argument));
      if (part !== 'absent') return part;
      continue;
    }
    const key = nameOf(property.key, property.computed);
    if (key === undefined) return 'unknown';
    if (key !== name) continue;
    const at = { syntax: written.syntax, node: property.key };
    if (property.type === 'ObjectProperty') return { value: beside(written, property.value), at };
    const [only] = property.body.body;
    return property.kind === 'get' && only?.type === 'ReturnStatement' && only.argument
      ? { value: beside(written, only.argument), at }
      : 'unknown';
  }
  return 'absent';
}
