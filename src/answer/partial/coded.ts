import type { Primitive } from '../../ir/json.js';
import type { Step } from '../../read/source.js';
import type { Container } from './assembly.js';
import { type Frame, NOWHERE, type Plan } from './frame.js';
import type { Run } from './run.js';

/** A codec that takes one kind of container; anything else is an issue. */
export abstract class CodedPlan implements Plan {
  readonly grows = false;
  readonly certain: boolean = false;

  constructor(
    readonly list: boolean,
    /** What a wire value must be, as in "expected a list". */
    readonly expected: string,
  ) {}

  abstract begin(run: Run, container: Container, step: Step): Frame;

  open(run: Run, list: boolean, container: Container, step: Step): Frame {
    if (list === this.list) return this.begin(run, container, step);
    run.fail('wire-type', `expected ${this.expected}`);
    return NOWHERE;
  }

  scalar(run: Run, value: Primitive, _container: Container, _step: Step): void {
    run.fail('wire-type', `expected ${this.expected}`, value);
  }

  grow(): void {}
}

/** An object of the wire whose keys are not those of the value. */
export abstract class KeyedFrame implements Frame {
  step: Step | undefined;
  protected readonly keys = new Set<string>();

  constructor(readonly run: Run) {}

  key(key: string): boolean {
    const fresh = !this.keys.has(key);
    this.keys.add(key);
    if (fresh) this.begin(key);
    return fresh;
  }

  /** A property begins, for the first time. */
  protected abstract begin(key: string): void;
  abstract open(list: boolean): Frame;
  abstract scalar(value: Primitive): void;
  abstract grow(text: string, more: string): void;

  next(): void {}

  abstract close(): void;
}

/** An object of the wire each of whose properties is read at a place of its own. */
export abstract class PlacesFrame extends KeyedFrame {
  /** What reads the property at hand. */
  protected place: Frame = NOWHERE;

  open(list: boolean): Frame {
    return this.place.open(list);
  }

  scalar(value: Primitive): void {
    this.place.scalar(value);
  }

  grow(text: string, more: string): void {
    this.place.grow(text, more);
  }
}
