import { isRecord } from '../../../ir/json.js';
import type { Issue } from '../../../read/source.js';
import type { Dialect } from '../dialect.js';
import { Undecided } from '../patterns/limited.js';
import { eachSubschema } from '../positions.js';
import { Resources, Unreadable } from '../resources.js';
import { type Check, type Compiler, type Node, type Run, report } from './node.js';
import { type Outline, outlineOf } from './outline.js';
import { whole } from './whole.js';
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
