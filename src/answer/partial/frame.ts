import type { Primitive } from '../../ir/json.js';
import type { Step } from '../../read/source.js';
import type { Container } from './assembly.js';
import type { Node } from './nodes.js';
import type { Run } from './run.js';

/** A container of the wire that is open in the text. It takes what comes in it, one place after another. */
export interface Frame {
  /** Where in the source value the place at hand is; undefined where the wire has a level that the value lacks. */
  readonly step?: Step | undefined;
  /** The node of a table that the frame begins. */
  readonly node?: Node;
  /** A property begins; false when it was there before. */
  key(key: string): boolean;
  /** A container begins at the place at hand. */
  open(list: boolean): Frame;
  /** A scalar stands at the place at hand, whole. */
  scalar(value: Primitive): void;
  /** A string grows at the place at hand: its text up to now, and what of it is new. */
  grow(text: string, more: string): void;
  /** The place at hand is done with, and another follows. */
  next(): void;
  close(): void;
}

/** How wire values of one lowered shape become the source value at a place. Holds no state of a reading. */
export interface Plan {
  open(run: Run, list: boolean, container: Container, step: Step): Frame;
  scalar(run: Run, value: Primitive, container: Container, step: Step): void;
  grow(run: Run, text: string, more: string, container: Container, step: Step): void;
  /** Whether a growing string is shown as it is. */
  readonly grows: boolean;
  /** Whether a wire value always puts something at its place before the next one begins. */
  readonly certain: boolean;
}

/** Takes everything and keeps nothing. */
export const NOWHERE: Frame = {
  step: undefined,
  key: () => true,
  open: () => NOWHERE,
  scalar() {},
  grow() {},
  next() {},
  close() {},
};
