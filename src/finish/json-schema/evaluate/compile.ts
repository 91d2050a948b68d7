import { isRecord } from '../../../ir/json.js';
import type { Issue } from '../../../read/source.js';
import type { Dialect } from '../dialect.js';
import { Undecided } from '../patterns/limited.js';
import { eachSubschema } from '../positions.js';
import { Resources, Unreadable } from '../resources.js';
import * as arrays from './arrays.js';
import * as logic from './logic.js';
import { Marks } from './marks.js';
import { type Check, type Compiler, type Node, type Run, report } from './node.js';
import * as objects from './objects.js';
import { type Outline, outlineOf } from './outline.js';
import { references } from './references.js';
import * as scalars from './scalars.js';
import * as strings from './strings.js';
import { unevaluated } from './unevaluated.js';
import { found } from './words.js';

/** A prepared schema that tells its verdict, or everything that is wrong, without generating code. */
export interface Evaluator {
  check(value: unknown): boolean;
  explain(value: unknown): readonly Issue[];
}

const SINCE_2019 = [
  'dependentRequired',
  'dependentSchemas',
  'unevaluatedItems',
  'unevaluatedProperties',
  'minContains',
  'maxContains',
  '$anchor',
  '$dynamicRef',
  '$recursiveRef',
];
const SINCE_2020 = ['prefixItems'];

/** Throws `Unreadable` for a schema that is malformed or refers to what is not there. */
export function compileEvaluator(schema: unknown, dialect: Dialect, unicode: boolean): Evaluator {
  const resources = new Resources(schema);
  const nodes = new Map<unknown, Node>();
  const absent = new Set(dialect === '2020-12' ? [] : dialect === '2019-09' ? SINCE_2020 : [...SINCE_2019, ...SINCE_2020]);
  const uses = usedKeywords(schema);
  const compiler: Compiler = {
    has: (keyword) => !absent.has(keyword),
    unicode,
    marking: !absent.has('unevaluatedItems') && (uses.has('unevaluatedProperties') || uses.has('unevaluatedItems')),
    dynamic: uses.has('$dynamicRef') || uses.has('$recursiveRef'),
    node: (part) => nodes.get(part) ?? compileNode(part, compiler, resources, nodes),
    reference: (from, reference) => resources.resolve(from, reference),
    resource: (part) => resources.of(part),
  };
  const root = compiler.node(schema);
  const start = (issues: Issue[] | undefined): Run => ({ issues, path: [], marks: undefined, scope: [], verdicts: new Map() });
  return {
    check: (value) => root.test(value, start(undefined)),
    explain: (value) => {
      const issues: Issue[] = [];
      const run = start(issues);
      try {
        root.test(value, run);
      } catch (error) {
        if (!(error instanceof Undecided)) throw error;
        issues.push({ path: [...run.path], message: `${error.message}.`, code: 'pattern-undecided' });
      }
      return issues;
    },
  };
}

function compileNode(schema: unknown, compiler: Compiler, resources: Resources, nodes: Map<unknown, Node>): Node {
  let outline: Outline | undefined;
  let run: Check = () => true;
  const node: Node = {
    schema,
    test: (value, state) => run(value, state),
    outline: () => (outline ??= outlineOf(schema, (from, reference) => resources.resolve(from, reference))),
  };
  nodes.set(schema, node);
  if (schema === false)
    run = (value, state) => report(state, () => `No value is allowed here, but found ${found(value)}.`, value);
  else if (isRecord(schema)) run = whole(schema, compiler);
  else if (schema !== true) throw new Unreadable('a schema is no object');
  return node;
}

/** All keywords of a schema. The first that fails decides, unless all issues are asked for. */
function whole(schema: Record<string, unknown>, compiler: Compiler): Check {
  const kind = scalars.type(schema);
  const others = [
    ...references(schema, compiler),
    scalars.enumeration(schema),
    scalars.constant(schema),
    ...scalars.bounds(schema),
    ...strings.lengths(schema),
    strings.pattern(schema, compiler),
    ...strings.format(schema),
    ...arrays.sizes(schema),
    ...objects.sizes(schema),
    objects.required(schema),
    objects.properties(schema, compiler),
    objects.names(schema, compiler),
    ...objects.dependents(schema, compiler),
    arrays.items(schema, compiler),
    arrays.contains(schema, compiler),
    logic.everyOf(schema, compiler),
    logic.anyOf(schema, compiler),
    logic.oneOf(schema, compiler),
    logic.not(schema, compiler),
    logic.condition(schema, compiler),
  ].filter((check) => check !== undefined);
  const last = unevaluated(schema, compiler);
  const evaluate: Check = (value, run) => {
    if (kind && !kind(value, run)) return false;
    let valid = true;
    for (const check of others) {
      if (check(value, run)) continue;
      if (!run.issues) return false;
      valid = false;
    }
    // What a failing keyword would have evaluated is not known.
    return valid && last.every((check) => check(value, run));
  };
  const marked = compiler.marking ? marking(evaluate) : evaluate;
  return compiler.dynamic ? entering(marked, compiler.resource(schema)) : marked;
}

/** Each schema collects what it evaluates itself, and hands it on if it is valid. */
function marking(evaluate: Check): Check {
  return (value, run) => {
    const outer = run.marks;
    if (typeof value !== 'object' || value === null) return evaluate(value, run);
    const own = new Marks();
    run.marks = own;
    const valid = evaluate(value, run);
    run.marks = outer;
    if (valid) outer?.add(own);
    return valid;
  };
}

function entering(evaluate: Check, resource: Run['scope'][number]): Check {
  return (value, run) => {
    if (run.scope.at(-1) === resource) return evaluate(value, run);
    run.scope.push(resource);
    const valid = evaluate(value, run);
    run.scope.pop();
    return valid;
  };
}

function usedKeywords(root: unknown): ReadonlySet<string> {
  const used = new Set<string>();
  const seen = new Set<unknown>();
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const node = pending.pop();
    if (!isRecord(node) || seen.has(node)) continue;
    seen.add(node);
    for (const keyword of Object.keys(node)) used.add(keyword);
    eachSubschema(node, (child) => pending.push(child));
  }
  return used;
}
