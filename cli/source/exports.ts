import type { Node, Statement } from '@babel/types';
import { bindingOf, imported, isExported } from './bindings.js';
import type { Spot, Syntax } from './syntax.js';
import { nameOf, type Reading, type Written } from './written.js';

/** Where an export is written, and what it is where that can be told. */
export interface Exported {
  readonly at: Spot;
  readonly value?: Written;
}

/** What a module exports under a name. */
export function exportOf(syntax: Syntax, name: string, reading: Reading): Exported | undefined {
  if (!reading.step()) return undefined;
  const everything: string[] = [];
  for (const statement of syntax.program.body) {
    const found = declared(statement, name, syntax, reading) ?? assigned(statement, name, syntax);
    if (found) return found;
    if (statement.type === 'ExportAllDeclaration') everything.push(statement.source.value);
  }
  for (const specifier of name === 'default' ? [] : everything) {
    const from = reading.files.imported(specifier, syntax);
    const found = from && exportOf(from, name, reading);
    if (found) return found;
  }
  return undefined;
}

function declared(statement: Statement, name: string, syntax: Syntax, reading: Reading): Exported | undefined {
  if (statement.type === 'ExportDefaultDeclaration' && name === 'default')
    return plain(statement.declaration, statement, syntax, reading);
  if (statement.type === 'TSExportAssignment' && name === 'default')
    return plain(statement.expression, statement, syntax, reading);
  if (statement.type !== 'ExportNamedDeclaration') return undefined;
  if (statement.declaration) return bindingOf(statement.declaration, name, syntax);
  for (const specifier of statement.specifiers) {
    if (!isExported(specifier, name)) continue;
    const at = { syntax, node: specifier };
    if (specifier.type !== 'ExportSpecifier') return { at };
    const local = specifier.local.name;
    if (!statement.source) return named(local, syntax, reading) ?? { at };
    const from = reading.files.imported(statement.source.value, syntax);
    return (from && exportOf(from, local, reading)) ?? { at };
  }
  return undefined;
}

/** What stands for itself, or for the name that it is. */
function plain(node: Node, statement: Statement, syntax: Syntax, reading: Reading): Exported {
  const known = node.type === 'Identifier' ? named(node.name, syntax, reading) : undefined;
  return known ?? { at: { syntax, node: statement }, value: { syntax, node } };
}

/** What a name at the top of a module stands for. */
export function named(name: string, syntax: Syntax, reading: Reading): Exported | undefined {
  if (!reading.step()) return undefined;
  for (const statement of syntax.program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    const found = declaration && bindingOf(declaration, name, syntax);
    if (found) return found;
  }
  const source = imported(name, syntax);
  const from = source && reading.files.imported(source.specifier, syntax);
  return from && source.name !== '*' ? exportOf(from, source.name, reading) : undefined;
}

/** CommonJS: `module.exports = …`, `exports.name = …`. */
function assigned(statement: Statement, name: string, syntax: Syntax): Exported | undefined {
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') return undefined;
  const { left, right } = statement.expression;
  if (left.type !== 'MemberExpression') return undefined;
  const at = { syntax, node: statement };
  if (isModuleExports(left)) {
    if (name === 'default') return { at, value: { syntax, node: right } };
    if (right.type !== 'ObjectExpression') return undefined;
    const property = right.properties.findLast(
      (each) => each.type === 'ObjectProperty' && nameOf(each.key, each.computed) === name,
    );
    return property?.type === 'ObjectProperty'
      ? { at: { syntax, node: property.key }, value: { syntax, node: property.value } }
      : undefined;
  }
  const ofExports = (left.object.type === 'Identifier' && left.object.name === 'exports') || isModuleExports(left.object);
  return ofExports && nameOf(left.property, left.computed) === name ? { at, value: { syntax, node: right } } : undefined;
}

function isModuleExports(node: Node): boolean {
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'module' &&
    nameOf(node.property, node.computed) === 'exports'
  );
}
