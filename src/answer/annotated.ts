import { isRecord } from '../ir/json.js';
import type { Issue, Step } from '../read/source.js';
import type { Lowered } from './lowered.js';
import { wirePlace } from './wire-place.js';

const MOST_ISSUES = 30;
const MOST_CHARACTERS = 4000;
const LONGEST_TEXT = 200;
const LONGEST_MESSAGE = 300;

/** The remarks at one place of a value, and the places below it that have some. */
interface Marks {
  readonly remarks: string[];
  readonly below: Map<string, Marks>;
}

/**
 * A wire value as indented JSON with each issue beside the offending value, as a comment: words for a model that is to correct itself.
 * What has no issue is left out where the text would pass `maxLength` characters (default 4000); an issue never is.
 */
export function annotated(
  lowered: Lowered | undefined,
  wire: unknown,
  issues: readonly Issue[],
  { maxLength = MOST_CHARACTERS }: { readonly maxLength?: number } = {},
): string {
  const root: Marks = { remarks: [], below: new Map() };
  for (const issue of issues.slice(0, MOST_ISSUES)) {
    const place = lowered ? wirePlace(lowered, wire, issue.path) : ownPlace(wire, issue.path);
    const message = place.exact || issue.path.length === 0 ? issue.message : `${named(issue.path)}: ${issue.message}`;
    marksAt(root, place.path).remarks.push(oneLine(message, LONGEST_MESSAGE));
  }
  if (issues.length > MOST_ISSUES) root.remarks.push(`… and ${issues.length - MOST_ISSUES} more`);
  const whole = new Writer(Number.POSITIVE_INFINITY).write(wire, root);
  return whole.length <= maxLength ? whole : new Writer(maxLength).write(wire, root);
}

/** Text that is no JSON, cut to `maxLength`, with the issues below it. */
export function annotatedText(
  text: string,
  issues: readonly Issue[],
  { maxLength = MOST_CHARACTERS }: { readonly maxLength?: number } = {},
): string {
  const half = Math.floor(maxLength / 2);
  const shown = text.length <= maxLength ? text : `${text.slice(0, half)}\n…\n${text.slice(-half)}`;
  const remarks = issues
    .slice(0, MOST_ISSUES)
    .map(({ path, message }) => `✗ ${oneLine(path.length > 0 ? `${named(path)}: ${message}` : message, LONGEST_MESSAGE)}`);
  if (issues.length > MOST_ISSUES) remarks.push(`… and ${issues.length - MOST_ISSUES} more`);
  return `${shown}\n\n${remarks.join('\n')}`;
}

function ownPlace(value: unknown, path: readonly Step[]): { readonly path: readonly Step[]; readonly exact: boolean } {
  let at = value;
  for (const [index, step] of path.entries()) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return { path: path.slice(0, index), exact: false };
    at = (at as Record<Step, unknown>)[step];
  }
  return { path, exact: true };
}

function marksAt(root: Marks, path: readonly Step[]): Marks {
  let marks = root;
  for (const step of path.map(String)) {
    let next = marks.below.get(step);
    if (!next) {
      next = { remarks: [], below: new Map() };
      marks.below.set(step, next);
    }
    marks = next;
  }
  return marks;
}

function named(path: readonly Step[]): string {
  return path.join('.');
}

function oneLine(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** Deeper than this only what leads to an issue is written. */
const DEEPEST = 100;

class Writer {
  readonly #lines: string[] = [];
  #left: number;

  constructor(maxLength: number) {
    this.#left = maxLength;
  }

  write(value: unknown, marks: Marks): string {
    this.#value(value, marks, '', '', '');
    return this.#lines.join('\n');
  }

  #line(text: string, marks: Marks | undefined): void {
    const remarks = marks?.remarks ?? [];
    const line = remarks.length > 0 ? `${text} // ✗ ${remarks.join(' ✗ ')}` : text;
    this.#left -= line.length + 1;
    this.#lines.push(line);
  }

  #value(value: unknown, marks: Marks | undefined, indent: string, before: string, after: string): void {
    const list = Array.isArray(value);
    const children: [string, unknown][] = list
      ? value.map((item, index) => [String(index), item])
      : isRecord(value)
        ? Object.entries(value)
        : [];
    if (children.length === 0) {
      this.#line(`${indent}${before}${this.#scalar(value, marks)}${after}`, marks);
      return;
    }
    const [open, close] = list ? ['[', ']'] : ['{', '}'];
    this.#line(`${indent}${before}${open}`, marks);
    let leftOut = 0;
    const inside = `${indent}  `;
    for (const [index, [key, child]] of children.entries()) {
      const marked = marks?.below.get(key);
      if (!marked && (this.#left <= 0 || indent.length > DEEPEST * 2)) {
        leftOut++;
        continue;
      }
      if (leftOut > 0) this.#line(`${inside}… // ${leftOut} left out`, undefined);
      leftOut = 0;
      this.#value(child, marked, inside, list ? '' : `${JSON.stringify(key)}: `, index < children.length - 1 ? ',' : '');
    }
    if (leftOut > 0) this.#line(`${inside}… // ${leftOut} left out`, undefined);
    this.#line(`${indent}${close}${after}`, undefined);
  }

  #scalar(value: unknown, marks: Marks | undefined): string {
    if (Array.isArray(value)) return '[]';
    if (isRecord(value)) return '{}';
    const text = JSON.stringify(value) ?? 'null';
    const longest = marks ? LONGEST_TEXT * 2 : LONGEST_TEXT;
    return this.#left === Number.POSITIVE_INFINITY || text.length <= longest ? text : `${text.slice(0, longest)}…"`;
  }
}
