import { pointer } from '../../ir/pointer.js';
import type { Shape } from '../../ir/shape.js';
import { arrayShape } from './arrays.js';
import { objectShape } from './objects.js';
import { isNumberFormat, numberShape, stringShape } from './scalars.js';
import { describe, malformed, type Node } from './scope.js';
import { ARRAY, NUMBER, OBJECT, STRING } from './vocabulary.js';

const TYPES = new Set(['null', 'boolean', 'number', 'integer', 'string', 'array', 'object']);

/** What other languages call them. */
const MEANT: Readonly<Record<string, string>> = {
  ...{ float: 'number', double: 'number', int: 'integer', bool: 'boolean' },
  ...{ dict: 'object', list: 'array', tuple: 'array', str: 'string' },
};

/** What `type` says, or where it is absent, what the keywords that hold for one type only say of that one. */
export function typed(node: Node, groups: number): Shape | undefined {
  const { schema, path } = node;
  const { type } = schema;
  if (type === undefined) {
    const options: Shape[] = [];
    if (groups & STRING && !(isNumberFormat(schema.format) && onlyFormat(schema))) options.push(stringShape(node));
    if (groups & NUMBER || isNumberFormat(schema.format)) options.push(numberShape(node, false));
    if (groups & ARRAY) options.push(arrayShape(node));
    if (groups & OBJECT) options.push(objectShape(node));
    return options.length > 0 ? { kind: 'loose', path, options } : undefined;
  }
  if (typeof type === 'string') return ofType(node, type);
  if (!Array.isArray(type)) {
    malformed(node, 'type', 'a type name or a list of them');
    return undefined;
  }
  const names = [...new Set(type)].filter((name) => !(name === 'integer' && type.includes('number')));
  const options = names.map((name) => ofType(node, name)).filter((option) => option !== undefined);
  if (options.length === 0) return { kind: 'never', path, reason: '`type` lists no type' };
  return options.length === 1 ? options[0] : { kind: 'union', path, options };
}

function onlyFormat(schema: Record<string, unknown>): boolean {
  return schema.minLength === undefined && schema.maxLength === undefined && schema.pattern === undefined;
}

function ofType(node: Node, name: unknown): Shape | undefined {
  const { path } = node;
  switch (name) {
    case 'null':
      return { kind: 'null', path };
    case 'boolean':
      return { kind: 'boolean', path };
    case 'number':
      return numberShape(node, false);
    case 'integer':
      return numberShape(node, true);
    case 'string':
      return stringShape(node);
    case 'array':
      return arrayShape(node);
    case 'object':
      return objectShape(node);
    default:
      return unknownType(node, name);
  }
}

function unknownType({ path, scope }: Node, name: unknown): undefined {
  const lower = String(name).toLowerCase();
  const meant = TYPES.has(lower) ? lower : MEANT[lower];
  scope.findings.report({
    code: 'unknown-type',
    severity: 'error',
    path: pointer(path, 'type'),
    message: `${describe(name)} is no JSON Schema type, so nothing can be said of the value.`,
    help: meant ? `Write "${meant}".` : `Use one of ${[...TYPES].join(', ')}.`,
  });
}
