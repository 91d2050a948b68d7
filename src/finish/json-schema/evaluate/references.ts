import { Unreadable } from '../resources.js';
import { Marks } from './marks.js';
import type { Check, Compiler, Node, Run } from './node.js';

/** `$ref`, `$dynamicRef` and `$recursiveRef`. */
export function references(schema: Record<string, unknown>, compiler: Compiler): Check[] {
  const checks: Check[] = [];
  for (const keyword of ['$ref', '$dynamicRef', '$recursiveRef']) {
    const reference = compiler.has(keyword) ? schema[keyword] : undefined;
    if (reference === undefined) continue;
    if (typeof reference !== 'string') throw new Unreadable(`\`${keyword}\` is no text`);
    const target = compiler.reference(schema, reference);
    checks.push(keyword === '$ref' ? fixed(compiler.node(target), compiler) : dynamic(target, reference, keyword, compiler));
  }
  return checks;
}

function fixed(node: Node, compiler: Compiler): Check {
  return (value, run) =>
    run.issues || compiler.dynamic || typeof value !== 'object' || value === null
      ? node.test(value, run)
      : remembered(node, value, run, compiler);
}

/** A schema that refers to itself in several alternatives would look at each part of a value again and again, exponentially often. */
function remembered(node: Node, value: object, run: Run, compiler: Compiler): boolean {
  let verdicts = run.verdicts.get(node);
  if (verdicts === undefined) {
    verdicts = new Map();
    run.verdicts.set(node, verdicts);
  }
  let verdict = verdicts.get(value);
  const outer = run.marks;
  if (verdict === undefined) {
    const marks = compiler.marking ? new Marks() : undefined;
    run.marks = marks;
    verdict = { valid: node.test(value, run), marks };
    run.marks = outer;
    verdicts.set(value, verdict);
  }
  if (verdict.valid && verdict.marks) outer?.add(verdict.marks);
  return verdict.valid;
}

/** Leads to the outermost schema of that name among the resources entered, if the one it leads to at first is open to that. */
function dynamic(target: unknown, reference: string, keyword: string, compiler: Compiler): Check {
  const first = compiler.node(target);
  const anchor = keyword === '$recursiveRef' ? '' : reference.slice(reference.indexOf('#') + 1);
  const home = typeof target === 'object' && target !== null ? compiler.resource(target) : undefined;
  if (home?.dynamicAnchors.get(anchor) !== target) return (value, run) => first.test(value, run);
  return (value, run) => {
    const outermost = run.scope.find((resource) => resource.dynamicAnchors.has(anchor));
    const node = outermost === undefined ? first : compiler.node(outermost.dynamicAnchors.get(anchor));
    return node.test(value, run);
  };
}
