import { isRecord } from '../../ir/json.js';
import { pointer } from '../../ir/pointer.js';
import type { Shape } from '../../ir/shape.js';
import { describe, malformed, type Node, refTo, type Scope } from './scope.js';

/** What the references of a node lead to. */
export function references(node: Node, parts: Shape[]): void {
  const { schema, path, scope, resource } = node;
  for (const keyword of ['$ref', '$dynamicRef', '$recursiveRef'] as const) {
    const value = schema[keyword];
    if (value === undefined || (keyword !== '$ref' && scope.unknown.has(keyword))) continue;
    if (typeof value !== 'string') {
      malformed(node, keyword, 'a reference as text');
      continue;
    }
    const place =
      keyword === '$dynamicRef'
        ? scope.references.resolveDynamic(value, resource)
        : scope.references.resolve(value, keyword === '$recursiveRef' && recursiveRoot(scope) ? scope.references.root : resource);
    if (place === 'dynamic') parts.push({ kind: 'any', path, facets: [{ keyword, value, path }] });
    else if (place) parts.push(refTo(scope, place, path, undefined));
    else {
      const outside = /^[a-z][a-z0-9+.-]*:|^[^#]/i.test(value);
      scope.findings.report({
        code: outside ? 'external-ref' : 'dangling-ref',
        severity: 'error',
        path: pointer(path, keyword),
        message: outside
          ? `${describe(value)} lies outside this document, and nothing is fetched while compiling.`
          : `${describe(value)} leads to nothing in this document.`,
        help: outside
          ? 'Bundle the schema first: copy what it refers to into `$defs`.'
          : 'Correct the reference, or add what it refers to.',
      });
    }
  }
}

function recursiveRoot(scope: Scope): boolean {
  const { node } = scope.references.root;
  return isRecord(node) && node.$recursiveAnchor === true;
}
