import type {
  Declaration,
  ExportDefaultSpecifier,
  ExportNamespaceSpecifier,
  ExportSpecifier,
  Node,
  Statement,
} from '@babel/types';
import type { Exported } from './exports.js';
import type { Syntax } from './syntax.js';

/** What a declaration says a name is. Only constants and functions keep their value. */
export function bindingOf(declaration: Declaration | Statement, name: string, syntax: Syntax): Exported | undefined {
  if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') {
    if (declaration.id?.name !== name) return undefined;
    const at = { syntax, node: declaration.id };
    return declaration.type === 'FunctionDeclaration' ? { at, value: { syntax, node: declaration } } : { at };
  }
  if (declaration.type !== 'VariableDeclaration') return undefined;
  for (const { id, init } of declaration.declarations) {
    if (id.type === 'Identifier') {
      if (id.name !== name) continue;
      const at = { syntax, node: id };
      return declaration.kind === 'const' && init ? { at, value: { syntax, node: init } } : { at };
    }
    const node = patternNames(id).get(name);
    if (node) return { at: { syntax, node } };
  }
  return undefined;
}

/** The names that a pattern binds. */
export function patternNames(pattern: Node, found = new Map<string, Node>()): Map<string, Node> {
  switch (pattern.type) {
    case 'Identifier':
      found.set(pattern.name, pattern);
      break;
    case 'AssignmentPattern':
      patternNames(pattern.left, found);
      break;
    case 'RestElement':
      patternNames(pattern.argument, found);
      break;
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element) patternNames(element, found);
      break;
    case 'ObjectPattern':
      for (const property of pattern.properties) patternNames(property.type === 'RestElement' ? property : property.value, found);
      break;
  }
  return found;
}

/** The import that a name comes from; `*` for all of a module. */
export function imported(name: string, { program }: Syntax): { readonly specifier: string; readonly name: string } | undefined {
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration') continue;
    for (const each of statement.specifiers) {
      if (each.local.name !== name) continue;
      const specifier = statement.source.value;
      if (each.type === 'ImportNamespaceSpecifier') return { specifier, name: '*' };
      if (each.type === 'ImportDefaultSpecifier') return { specifier, name: 'default' };
      return { specifier, name: each.imported.type === 'Identifier' ? each.imported.name : each.imported.value };
    }
  }
  return undefined;
}

export function isExported(
  { exported }: ExportSpecifier | ExportDefaultSpecifier | ExportNamespaceSpecifier,
  name: string,
): boolean {
  return (exported.type === 'Identifier' ? exported.name : exported.value) === name;
}
