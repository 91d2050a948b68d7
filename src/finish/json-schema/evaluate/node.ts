import type { Issue, Step } from '../../../read/source.js';
import type { Resource } from '../resources.js';
import type { Marks } from './marks.js';
import type { Outline } from './outline.js';

/** One evaluation of one value. */
export interface Run {
  /** Where issues go; undefined while only the verdict is asked for. */
  issues: Issue[] | undefined;
  readonly path: Step[];
  /** What the schema in force has evaluated of the value; undefined where nobody asks. */
  marks: Marks | undefined;
  /** The resources entered, outermost first. */
  readonly scope: Resource[];
  /** Verdicts of references, so that a recursive schema looks at each part of a value once. */
  readonly verdicts: Map<Node, Map<object, Verdict>>;
}

export interface Verdict {
  readonly valid: boolean;
  readonly marks: Marks | undefined;
}

/** One keyword at work. Reports to `run.issues` what it finds wrong. */
export type Check = (value: unknown, run: Run) => boolean;

/** One schema, ready to be evaluated. */
export interface Node {
  readonly schema: unknown;
  readonly test: Check;
  outline(): Outline;
}

/** What the keywords need to get ready. */
export interface Compiler {
  /** Keywords that the dialect has. */
  has(keyword: string): boolean;
  readonly unicode: boolean;
  /** Whether any schema of the document asks what others have evaluated. */
  readonly marking: boolean;
  /** Whether a reference may lead elsewhere each time it is followed. */
  readonly dynamic: boolean;
  node(schema: unknown): Node;
  /** The schema a reference leads to. Throws when there is none. */
  reference(from: object, reference: string): unknown;
  resource(schema: object): Resource;
}

const MOST_ISSUES = 50;

/** Tells an issue, where issues are asked for. The words are made only then. */
export function report(run: Run, message: () => string, value: unknown, ...steps: Step[]): false {
  if (run.issues && run.issues.length < MOST_ISSUES)
    run.issues.push({ path: [...run.path, ...steps], message: message(), code: 'finish', ...(value !== undefined && { value }) });
  return false;
}

/** The verdict alone, without issues. An exception ends the whole run, so that nothing needs to be restored after one. */
export function quietly(run: Run, node: Node, value: unknown): boolean {
  const { issues } = run;
  if (issues === undefined) return node.test(value, run);
  run.issues = undefined;
  const valid = node.test(value, run);
  run.issues = issues;
  return valid;
}

/** Evaluates a part of the value. */
export function inside(run: Run, node: Node, value: unknown, step: Step): boolean {
  const { marks } = run;
  run.marks = undefined;
  run.path.push(step);
  const valid = node.test(value, run);
  run.path.pop();
  run.marks = marks;
  return valid;
}
