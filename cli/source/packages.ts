import type { Node } from '@babel/types';
import { imported, isExported } from './bindings.js';
import type { Syntax } from './syntax.js';
import { nameOf, type Reading, type Written } from './written.js';

/** What of a package an expression names: `z.coerce.number` is `coerce.number` of `zod`. */
export interface Foreign {
  readonly specifier: string;
  readonly name: string;
}

/** Names under which packages export the whole of themselves. */
const WHOLE = new Set(['*', 'default', 'z', 'Type']);

/** The member of a package that an expression names, if that is what it does. */
export function foreign(written: Written, reading: Reading): Foreign | undefined {
  const members: string[] = [];
  let { node } = written;
  while (node.type === 'MemberExpression') {
    const name = nameOf(node.property, node.computed);
    if (name === undefined) return undefined;
    members.unshift(name);
    node = node.object;
  }
  if (node.type !== 'Identifier' || written.scope?.has(node.name)) return undefined;
  const origin = originOf(node.name, written.syntax, reading);
  if (!origin) return undefined;
  const path = WHOLE.has(origin.name) ? members : [origin.name, ...members];
  return path[0] !== undefined && WHOLE.has(path[0])
    ? { specifier: origin.specifier, name: path.slice(1).join('.') }
    : { specifier: origin.specifier, name: path.join('.') };
}

/** The package and the name that a name of a module comes from, through the project's own modules that hand it on. */
function originOf(name: string, syntax: Syntax, reading: Reading): Foreign | undefined {
  if (!reading.step()) return undefined;
  const source = imported(name, syntax) ?? required(name, syntax);
  if (!source) return undefined;
  if (!/^[./]/.test(source.specifier)) return source;
  const from = reading.files.imported(source.specifier, syntax);
  if (!from) return undefined;
  for (const statement of from.program.body) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    for (const specifier of statement.specifiers) {
      if (!isExported(specifier, source.name)) continue;
      const local = specifier.type === 'ExportSpecifier' ? specifier.local.name : '*';
      if (!statement.source) return originOf(local, from, reading);
      return { specifier: statement.source.value, name: local };
    }
  }
  return undefined;
}

/** CommonJS: `const { z } = require('zod')`, `const z = require('zod')`. */
function required(name: string, { program }: Syntax): Foreign | undefined {
  for (const statement of program.body) {
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations) {
      const specifier = init ? requiredBy(init) : undefined;
      if (specifier === undefined) continue;
      if (id.type === 'Identifier' && id.name === name) return { specifier, name: '*' };
      if (id.type !== 'ObjectPattern') continue;
      for (const property of id.properties) {
        if (property.type !== 'ObjectProperty' || property.value.type !== 'Identifier' || property.value.name !== name) continue;
        const key = nameOf(property.key, property.computed);
        if (key !== undefined) return { specifier, name: key };
      }
    }
  }
  return undefined;
}

function requiredBy(node: Node): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require') return undefined;
  const [first] = node.arguments;
  return first?.type === 'StringLiteral' ? first.value : undefined;
}
