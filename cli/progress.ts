import type { Io } from './io.js';

const QUIET = 500;
const INTERVAL = 100;

/** Tells how far long work is, on standard error: on a terminal in one line that vanishes, with `--verbose` line by line. */
export class Progress {
  readonly #io: Io;
  readonly #verbose: boolean;
  readonly #started = performance.now();
  #last = 0;
  #shown = false;

  constructor(io: Io, verbose: boolean) {
    this.#io = io;
    this.#verbose = verbose;
  }

  step(text: string): void {
    const now = performance.now();
    if (this.#verbose) {
      this.#io.stderr.write(`${text}\n`);
      return;
    }
    if (this.#io.stderr.isTTY !== true || now - this.#started < QUIET || now - this.#last < INTERVAL) return;
    this.#last = now;
    this.#shown = true;
    this.#io.stderr.write(`\r\u001B[2K${text.slice(0, (this.#io.stderr.columns ?? 80) - 1)}`);
  }

  /** Clears the line, before anything else is printed. */
  done(): void {
    if (!this.#shown) return;
    this.#shown = false;
    this.#io.stderr.write('\r\u001B[2K');
  }
}
