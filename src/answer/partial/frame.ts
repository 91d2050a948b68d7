import type { Primitive } from '../../ir/json.js';
import type { Step } from '../../read/source.js';
import type { Container } from './assembly.js';
import type { Run } from './run.js';

/** A container of the wire that is open in the text. It takes what comes in it, one place after another; this one keeps nothing. */
export class Frame {
  /** Where in the source value the place at hand is; undefined where the wire has a level that the value lacks. */
  get step(): Step | undefined {
    return undefined;
  }

  /** A property begins; false when it was there before. */
  key(_key: string): boolean {
    return true;
  }

  /** A container begins at the place at hand. */
  open(_list: boolean): Frame {
    return NOWHERE;
  }

  /** A scalar stands at the place at hand, whole. */
  scalar(_value: Primitive): void {}

  /** A string grows at the place at hand: its text up to now, and what of it is new. */
  grow(_text: string, _more: string): void {}

  /** The place at hand is done with, and another follows. */
  next(): void {}

  close(): void {}
}

export const NOWHERE = new Frame();

/** How wire values of one lowered shape become the source value at a place. Holds no state of a reading. */
export interface Plan {
  open(run: Run, list: boolean, container: Container, step: Step): Frame;
  scalar(run: Run, value: Primitive, container: Container, step: Step): void;
  grow(run: Run, text: string, more: string, container: Container, step: Step): void;
  /** A growing string is shown as it is. */
  readonly grows?: boolean;
  /** A wire value may leave its place empty for a while, or for good. */
  readonly withholds?: boolean;
}
