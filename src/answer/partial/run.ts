import type { Issue, Step } from '../../read/source.js';
import type { Assembly, Container } from './assembly.js';
import type { Frame, Plan } from './frame.js';
import type { Node, Table } from './nodes.js';
import { Place } from './places.js';
import type { Scanner } from './scanner.js';

/** One reading: the containers that are open in the text, and what is wrong with it. */
export class Run {
  readonly issues: Issue[] = [];
  readonly frames: Frame[];
  /** The tables that are open, by name. */
  readonly tables = new Map<string, Table>();
  /** The node of a table that is being read. */
  node: Node | undefined;
  /** The JSON text in a string that is being read, and how much of it was taken. */
  text: { readonly scanner: Scanner; taken: number } | undefined;
  top: Frame;

  constructor(
    readonly assembly: Assembly,
    readonly maxDepth: number,
    plan: Plan,
    container: Container = assembly.root,
    step: Step = '',
  ) {
    this.top = new Place(this, plan, container, step);
    this.frames = [this.top];
  }

  open(list: boolean): void {
    const frame = this.top.open(list);
    this.frames.push(frame);
    this.top = frame;
  }

  close(): void {
    this.top.close();
    this.frames.pop();
    this.top = this.frames[this.frames.length - 1] as Frame;
  }

  /** Puts another frame in the place of the innermost one. */
  swap(frame: Frame): void {
    this.frames[this.frames.length - 1] = frame;
    this.top = frame;
  }

  /** Has another frame in the place of the innermost one read a whole wire value. */
  deliver(wire: unknown, place: Frame): void {
    this.swap(place);
    this.feed(wire);
  }

  /** A container of the value is closed; `refs` is how many nodes its own node referred to before it, where it has one. */
  whole(value: object, refs: number | undefined): void {
    if (this.node && this.node.refs !== refs) this.node.containers.push(value);
    else Object.freeze(value);
  }

  /** Reads a whole wire value at the place at hand of the innermost frame. */
  feed(wire: unknown): void {
    const open: { readonly value: object; readonly keys: readonly string[] | undefined; at: number }[] = [];
    let value = wire;
    for (;;) {
      if (typeof value === 'object' && value !== null) {
        const list = Array.isArray(value);
        this.open(list);
        open.push({ value, keys: list ? undefined : Object.keys(value), at: 0 });
      } else this.top.scalar(value as string);
      let inner = open[open.length - 1];
      while (inner && inner.at === (inner.keys ?? (inner.value as unknown[])).length) {
        this.close();
        open.pop();
        inner = open[open.length - 1];
      }
      if (!inner) return;
      if (inner.at > 0) this.top.next();
      const key = inner.keys?.[inner.at];
      if (key !== undefined) this.top.key(key);
      value = (inner.value as Record<Step, unknown>)[key ?? inner.at];
      inner.at++;
    }
  }

  /** Where the reading is in the source value. */
  path(): Step[] {
    return [...(this.node?.path() ?? []), ...this.steps()];
  }

  /** The same from the start of the node at hand on. */
  steps(): Step[] {
    const steps: Step[] = [];
    for (let index = this.node?.depth ?? 0; index < this.frames.length; index++) {
      const step = this.frames[index]?.step;
      if (step !== undefined) steps.push(step);
    }
    return steps;
  }

  /** Raises an issue at the place at hand, or below it; only the first one counts. */
  fail(code: string, message: string, value?: unknown, ...steps: Step[]): undefined {
    this.raise({ path: [...this.path(), ...steps], code, message: sentence(message), ...(value !== undefined && { value }) });
  }

  raise(issue: Issue): void {
    if (this.issues.length === 0) this.issues.push(issue);
  }
}

function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
