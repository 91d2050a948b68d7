import { patternNames } from './bindings.js';
import type { FunctionNode } from './follow.js';
import { beside, type Scope, type Written } from './written.js';

/** What a function gives back for these arguments, where it does nothing but give it back. */
export function resultOf(
  called: Written & { readonly node: FunctionNode },
  given: readonly (Written | undefined)[],
): Written | undefined {
  const { node, syntax } = called;
  if (node.async || node.generator) return undefined;
  const scope = new Map<string, Written | undefined>(called.scope);
  for (const [index, parameter] of node.params.entries()) {
    if (parameter.type === 'Identifier') scope.set(parameter.name, given[index]);
    else if (parameter.type === 'AssignmentPattern' && parameter.left.type === 'Identifier')
      scope.set(parameter.left.name, given[index] ?? beside(called, parameter.right));
    else for (const name of patternNames(parameter).keys()) scope.set(name, undefined);
  }
  if (node.body.type !== 'BlockStatement') return { syntax, node: node.body, scope };
  for (const statement of node.body.body) {
    if (statement.type === 'ReturnStatement') return statement.argument ? { syntax, node: statement.argument, scope } : undefined;
    if (statement.type === 'VariableDeclaration' && statement.kind === 'const') {
      for (const { id, init } of statement.declarations) {
        for (const name of patternNames(id).keys()) scope.set(name, undefined);
        if (id.type === 'Identifier' && init) scope.set(id.name, { syntax, node: init, scope: new Map(scope) as Scope });
      }
    } else if (statement.type !== 'TSTypeAliasDeclaration' && statement.type !== 'TSInterfaceDeclaration') return undefined;
  }
  return undefined;
}
