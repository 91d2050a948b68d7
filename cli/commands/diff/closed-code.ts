import { parseExpression } from '@babel/parser';
import { isRecord } from '../../../src/ir/json.js';

/** What every module sees, and what does the same at all times. */
const COMMON = new Set(
  (
    'undefined NaN Infinity Math JSON Number String Boolean Array Object Date RegExp Set Map WeakMap WeakSet BigInt Symbol URL ' +
    'URLSearchParams Error TypeError RangeError Intl isNaN isFinite parseInt parseFloat encodeURIComponent decodeURIComponent ' +
    'encodeURI decodeURI Uint8Array TextEncoder TextDecoder atob btoa structuredClone'
  ).split(' '),
);

/**
 * Whether two functions surely do the same: they have the same text, and use nothing from outside it but what JavaScript
 * itself has. What they import, or constants of their module, may have changed.
 */
export function sameCode(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (typeof before !== 'function' || typeof after !== 'function') return false;
  const text = Function.prototype.toString.call(before);
  return text === Function.prototype.toString.call(after) && isClosed(text);
}

const known = new Map<string, boolean>();

function isClosed(text: string): boolean {
  let closed = known.get(text);
  if (closed === undefined) {
    closed = freeNames(text)?.size === 0;
    known.set(text, closed);
  }
  return closed;
}

/** The names that a function takes from outside; undefined where its text cannot be read, as that of native functions. */
export function freeNames(text: string): ReadonlySet<string> | undefined {
  const free = new Set<string>();
  for (const source of [text, `({${text}})`, `function ${text}`])
    try {
      walk(parseExpression(source, { sourceType: 'module' }) as unknown as Node, [], free);
      return free;
    } catch {
      free.clear();
    }
  return undefined;
}

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

type Scope = ReadonlySet<string>;

function walk(node: Node, scopes: readonly Scope[], free: Set<string>): void {
  if (node.type === 'Identifier') {
    const name = String(node['name']);
    if (!COMMON.has(name) && !scopes.some((scope) => scope.has(name))) free.add(name);
    return;
  }
  if (/^(?:ThisExpression|Super|MetaProperty|Import|ImportExpression|AwaitExpression)$/.test(node.type)) free.add(node.type);
  const inner = isScope(node) ? [...scopes, namesOf(node)] : scopes;
  for (const part of partsOf(node)) walk(part, inner, free);
}

/** The nodes in a node in which names mean something: no property names. */
function partsOf(node: Node): Node[] {
  return Object.entries(node).flatMap(([key, value]) => {
    const isName =
      (key === 'property' && /MemberExpression$/.test(node.type)) ||
      (key === 'key' && /^(?:ObjectProperty|ObjectMethod|ClassMethod|ClassProperty)$/.test(node.type));
    if ((isName && node['computed'] !== true) || key === 'label' || key === 'loc') return [];
    return (Array.isArray(value) ? value : [value]).filter(
      (part): part is Node => isRecord(part) && typeof part['type'] === 'string',
    );
  });
}

function isScope({ type }: Node): boolean {
  return /Function|Method$|BlockStatement|^For|CatchClause|ClassExpression|SwitchStatement/.test(type);
}

/** The names that a scope declares: for a function its parameters, its own name and every `var` in it. */
function namesOf(scope: Node): Scope {
  const names = new Set<string>();
  const pattern = (node: unknown): void => {
    if (!isRecord(node)) return;
    if (node['type'] === 'Identifier') names.add(String(node['name']));
    for (const part of ['left', 'argument', 'value']) if (node['type'] !== 'Identifier') pattern(node[part]);
    for (const list of ['properties', 'elements']) if (Array.isArray(node[list])) for (const each of node[list]) pattern(each);
  };
  const isFunction = /Function|Method$/.test(scope.type);
  if (isFunction || scope.type === 'ClassExpression') pattern(scope['id']);
  if (isFunction) for (const param of scope['params'] as unknown[]) pattern(param);
  if (scope.type === 'CatchClause') pattern(scope['param']);
  const declared = (node: Node, direct: boolean): void => {
    if (node.type === 'VariableDeclaration' && (direct || (isFunction && node['kind'] === 'var')))
      for (const each of node['declarations'] as readonly Node[]) pattern(each['id']);
    if (direct && /^(?:Function|Class)Declaration$/.test(node.type)) pattern(node['id']);
    if (/Function|Method$/.test(node.type)) return;
    const nested = direct && node.type === 'ExportNamedDeclaration';
    for (const part of partsOf(node)) declared(part, nested);
  };
  for (const part of partsOf(scope)) declared(part, true);
  if (isFunction) names.add('arguments');
  return names;
}
