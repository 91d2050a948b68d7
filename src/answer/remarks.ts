import type { Issue, Step } from '../read/source.js';
import type { Lowered } from './lowered.js';
import { cut, pathInWords, wordsOnLine } from './one-line.js';
import { ownPlace, wirePlace } from './wire-place.js';

/** What is to be said at one place of a value, and at the places below it. */
export interface Remarks {
  readonly here: string[];
  /** By property key or index. */
  readonly below: Map<string, Remarks>;
}

const MOST_ISSUES = 30;
const LONGEST_MESSAGE = 500;
const LONGEST_PATH = 200;

/** Remarks further inside stand at the place around them that is no deeper. */
export const DEEPEST = 200;

/** The issues, each at its place on the wire, or at the nearest one around it with the source path in words. */
export function remarksOf(lowered: Lowered | undefined, wire: unknown, issues: readonly Issue[]): Remarks {
  const root: Remarks = { here: [], below: new Map() };
  for (const issue of issues.slice(0, MOST_ISSUES)) {
    const { path, exact } = lowered ? wirePlace(lowered, wire, issue.path) : ownPlace(wire, issue.path);
    const { here } = at(root, path.slice(0, DEEPEST));
    const remark = exact && path.length <= DEEPEST ? messageOf(issue) : remarkOn(issue);
    if (!here.includes(remark)) here.push(remark);
  }
  return root;
}

/** An issue in words that name its place themselves. */
export function remarkOn(issue: Issue): string {
  const where = cut(wordsOnLine(pathInWords(issue.path), Number.POSITIVE_INFINITY), LONGEST_PATH);
  return where === '' ? messageOf(issue) : `${where}: ${messageOf(issue)}`;
}

/** How many issues are left unsaid, where there are too many, as lines of their own. */
export function unsaid(issues: readonly Issue[]): readonly string[] {
  return issues.length > MOST_ISSUES ? [`… and ${issues.length - MOST_ISSUES} more`] : [];
}

/** As many remarks as are made at all. */
export function remarksInWords(issues: readonly Issue[]): readonly string[] {
  return issues.slice(0, MOST_ISSUES).map(remarkOn);
}

function messageOf({ message }: Issue): string {
  return wordsOnLine(message, LONGEST_MESSAGE);
}

function at(root: Remarks, path: readonly Step[]): Remarks {
  let remarks = root;
  for (const step of path.map(String)) {
    let next = remarks.below.get(step);
    if (!next) {
      next = { here: [], below: new Map() };
      remarks.below.set(step, next);
    }
    remarks = next;
  }
  return remarks;
}
