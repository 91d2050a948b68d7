import type { Lowered } from '../answer/lowered.js';
import { PartialReader } from '../answer/partial/reader.js';
import type { Step } from '../read/source.js';
import { opensJson } from './answer-text.js';
import { givenPointer } from './given-pointer.js';
import { type Lifter, loadedOf } from './lifter.js';

/** What of a growing value is whole. */
export interface Completeness extends Iterable<string> {
  /** Whether the value at a JSON Pointer (`'/lines/0'`, `''` for all of it) is whole. */
  has(pointer: string): boolean;
}

/** A value that grows, with what is known of it. */
export class Progress {
  readonly #lowered: Lowered | undefined;
  readonly #maxDepth: number;
  #reader: PartialReader;

  constructor(lifter: Lifter | undefined, maxDepth: number) {
    const loaded = lifter && loadedOf(lifter);
    this.#lowered = loaded?.lowered;
    this.#maxDepth = loaded?.maxDepth ?? maxDepth;
    this.#reader = this.#fresh();
  }

  get value(): unknown {
    return this.#reader.value;
  }

  readonly complete: Completeness = {
    has: (pointer) => this.isComplete(givenPointer(pointer, 'complete.has')),
    [Symbol.iterator]: () => this.#reader.completePaths()[Symbol.iterator](),
  };

  isComplete(path: readonly Step[]): boolean {
    return this.#reader.isComplete(path);
  }

  snapshot(): unknown {
    return this.#reader.snapshot();
  }

  get isOver(): boolean {
    return this.#reader.done || this.#reader.issues.length > 0;
  }

  push(text: string): void {
    this.#reader.push(text);
  }

  startAgain(): void {
    this.#reader = this.#fresh();
  }

  #fresh(): PartialReader {
    return new PartialReader(this.#lowered, { maxDepth: this.#maxDepth });
  }
}

/** The JSON of an answer among its text blocks: after prose, and perhaps split over several. */
export class TextProgress {
  readonly progress: Progress;
  /** Whether the block at hand is known to be part of the JSON; undefined while only blanks came. */
  #reads: boolean | undefined;
  #waiting = '';
  #begun = false;

  constructor(progress: Progress) {
    this.progress = progress;
  }

  /** A new text block begins. */
  block(): void {
    this.#reads = undefined;
    this.#waiting = '';
  }

  /** A tool of the server was at work: what comes then is another answer. */
  interrupted(): void {
    if (this.#begun) this.progress.startAgain();
    this.#begun = false;
  }

  /** Takes text; tells whether the value may have grown. */
  push(text: string): boolean {
    if (this.#reads === undefined) {
      this.#waiting += text;
      if (this.#waiting.trim() === '') return false;
      this.#reads = this.#decide(this.#waiting);
      return this.#reads && this.#feed(this.#waiting);
    }
    return this.#reads && this.#feed(text);
  }

  #decide(text: string): boolean {
    if (this.#begun && !this.progress.isOver) return true;
    if (!opensJson(text)) return false;
    if (this.#begun) this.progress.startAgain();
    return true;
  }

  #feed(text: string): boolean {
    this.#begun = true;
    this.progress.push(text);
    return true;
  }
}
