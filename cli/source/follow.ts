import type { ArrowFunctionExpression, CallExpression, FunctionDeclaration, FunctionExpression, Node } from '@babel/types';
import { imported } from './bindings.js';
import { exportOf, named } from './exports.js';
import { resultOf } from './functions.js';
import { foreign } from './packages.js';
import { beside, nameOf, type Part, propertyOf, type Reading, type Written } from './written.js';

export type FunctionNode = ArrowFunctionExpression | FunctionDeclaration | FunctionExpression;

/** A property of what a schema describes, where the code tells. */
export type FieldOf = (schema: Written, name: string, reading: Reading) => Part;

/** Through names, types, members and calls of the project's own functions, to the expression that makes the value. */
export function follow(written: Written, reading: Reading, fieldOf: FieldOf): Written | undefined {
  let here: Written | undefined = written;
  while (here && reading.step()) {
    const next = nextOf(here, reading, fieldOf);
    if (next === here) return here;
    here = next;
  }
  return undefined;
}

function nextOf(written: Written, reading: Reading, fieldOf: FieldOf): Written | undefined {
  const { node, syntax, scope } = written;
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
      return beside(written, node.expression);
    case 'Identifier':
      return scope?.has(node.name) ? scope.get(node.name) : named(node.name, syntax, reading)?.value;
    case 'MemberExpression':
      return memberOf(written, node.object, nameOf(node.property, node.computed), reading, fieldOf);
    case 'CallExpression':
      return called(written as Written & { readonly node: CallExpression }, reading, fieldOf);
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return undefined;
    default:
      return written;
  }
}

function memberOf(
  written: Written,
  object: Node,
  name: string | undefined,
  reading: Reading,
  fieldOf: FieldOf,
): Written | undefined {
  if (name === undefined) return undefined;
  if (object.type === 'MemberExpression' && ['shape', 'properties'].includes(nameOf(object.property, object.computed) ?? '')) {
    const field = fieldOf(beside(written, object.object), name, reading);
    if (typeof field !== 'string') return field.value;
  }
  if (object.type === 'Identifier' && !written.scope?.has(object.name)) {
    const source = imported(object.name, written.syntax);
    const from = source?.name === '*' ? reading.files.imported(source.specifier, written.syntax) : undefined;
    if (from) return exportOf(from, name, reading)?.value;
  }
  const holder = follow(beside(written, object), reading, fieldOf);
  if (holder?.node.type !== 'ObjectExpression') return undefined;
  const part = propertyOf(holder as typeof holder & { node: typeof holder.node }, name, (source) =>
    spreadPart(source, name, reading, fieldOf),
  );
  return typeof part === 'string' ? undefined : part.value;
}

/** What a spread brings in under a name: of an object literal, or of `Schema.shape`. */
export function spreadPart(source: Written, name: string, reading: Reading, fieldOf: FieldOf): Part {
  const { node } = source;
  if (node.type === 'MemberExpression' && ['shape', 'properties'].includes(nameOf(node.property, node.computed) ?? '')) {
    const field = fieldOf(beside(source, node.object), name, reading);
    if (field !== 'unknown') return field;
  }
  const holder = follow(source, reading, fieldOf);
  if (holder?.node.type !== 'ObjectExpression') return 'unknown';
  return propertyOf(holder as typeof holder & { node: typeof holder.node }, name, (inner) =>
    spreadPart(inner, name, reading, fieldOf),
  );
}

/** A call of a package's function is what it is; one of the project's own is what it gives back. */
function called(call: Written & { readonly node: CallExpression }, reading: Reading, fieldOf: FieldOf): Written | undefined {
  const callee = beside(call, call.node.callee);
  if (foreign(callee, reading)) return call;
  const own = follow(callee, reading, fieldOf);
  if (own && isFunction(own.node))
    return resultOf(
      own as Written & { readonly node: FunctionNode },
      call.node.arguments.map((argument) => (argument.type === 'SpreadElement' ? undefined : beside(call, argument))),
    );
  return call.node.callee.type === 'MemberExpression' ? call : undefined;
}

function isFunction(node: Node): node is FunctionNode {
  return node.type === 'ArrowFunctionExpression' || node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression';
}
