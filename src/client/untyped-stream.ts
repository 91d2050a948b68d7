import { givenPointer } from './given-pointer.js';
import type { Outcome } from './outcome.js';
import type { Completeness, Progress } from './progress.js';

/** News of a stream, before it is typed. */
export interface Untyped {
  readonly tool?: { readonly id: string; readonly name: string };
  readonly progress: Progress;
  readonly attempt: number;
}

/** What a loop over a stream is given. */
export interface Update {
  readonly tool?: { readonly id: string; readonly name: string };
  readonly value: unknown;
  readonly complete: Completeness;
  readonly attempt: number;
}

/** A stream under way. Events are read only as fast as someone asks, however many do. */
export class UntypedStream implements AsyncIterable<Update> {
  readonly #steps: AsyncGenerator<Untyped, Outcome, undefined>;
  readonly #output: Progress;
  readonly #abort: AbortController;
  readonly #abortError: () => unknown;
  #latest: Untyped | undefined;
  #version = 0;
  #ended = false;
  #outcome: Outcome | undefined;
  #failure: { readonly error: unknown } | undefined;
  #step: Promise<void> | undefined;
  #awaited = false;

  constructor(
    steps: AsyncGenerator<Untyped, Outcome, undefined>,
    output: Progress,
    abort: AbortController,
    abortError: () => unknown,
  ) {
    this.#steps = steps;
    this.#output = output;
    this.#abort = abort;
    this.#abortError = abortError;
  }

  /** How the request ends; the same as `parse` gives. Reads the stream to its end. Rejects as `parse` does. */
  async answer(): Promise<Outcome> {
    this.#awaited = true;
    while (!this.#ended) await this.#advance();
    return this.#settled();
  }

  /** A copy of the value as far as it is known, which does not grow. */
  snapshot(): unknown {
    return this.#output.snapshot();
  }

  /** Breaks the request off; who still waits for it meets the SDK's `APIUserAbortError`. */
  abort(): void {
    if (this.#ended) return;
    this.#abort.abort();
    // Runs what is to be cleaned up where it is suspended.
    void this.#steps.return(undefined as never).catch(() => undefined);
  }

  /** The items of the list at a JSON Pointer, each once it is whole. With `repair`, the items of each attempt. */
  async *elements(pointer: string): AsyncGenerator<unknown, void, undefined> {
    const path = givenPointer(pointer, 'elements');
    let index = 0;
    let attempt = 0;
    try {
      for (;;) {
        if (this.#latest && this.#latest.attempt !== attempt) [index, attempt] = [0, this.#latest.attempt];
        const list = at(this.#output.value, path);
        if (Array.isArray(list))
          for (; index < list.length && this.#output.isComplete([...path, index]); index++) yield list[index];
        if (this.#ended) {
          this.#settled();
          if (list !== undefined && list !== null && !Array.isArray(list))
            throw new TypeError(`\`elements\` gives the items of a list, but what stands at ${JSON.stringify(pointer)} is none.`);
          return;
        }
        await this.#advance();
      }
    } finally {
      this.#left();
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Update, void, undefined> {
    let seen = 0;
    try {
      for (;;) {
        const latest = this.#latest;
        if (latest && seen < this.#version) {
          seen = this.#version;
          const { tool, progress, attempt } = latest;
          yield { ...(tool && { tool }), value: progress.value, complete: progress.complete, attempt };
        } else if (this.#ended) {
          this.#settled();
          return;
        } else await this.#advance();
      }
    } finally {
      this.#left();
    }
  }

  /** One more event, for everyone who waits. */
  #advance(): Promise<void> {
    this.#step ??= this.#take().finally(() => {
      this.#step = undefined;
    });
    return this.#step;
  }

  async #take(): Promise<void> {
    try {
      const step = await this.#steps.next();
      if (step.done) {
        if (step.value) this.#outcome = step.value;
        else this.#failure = { error: this.#abortError() };
        this.#ended = true;
      } else {
        this.#latest = step.value;
        this.#version++;
      }
    } catch (error) {
      this.#failure = { error };
      this.#ended = true;
    }
  }

  #settled(): Outcome {
    if (this.#failure) throw this.#failure.error;
    return this.#outcome as Outcome;
  }

  /** A loop was left: unless someone waits for the answer, nobody wants the rest. */
  #left(): void {
    if (!this.#awaited) this.abort();
  }
}

function at(value: unknown, path: readonly string[]): unknown {
  let inner = value;
  for (const step of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, step)) return undefined;
    inner = (inner as Record<string, unknown>)[step];
  }
  return inner;
}
