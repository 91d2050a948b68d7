import { shown } from './check-settings.js';
import { fileState } from './node-files.js';

/**
 * What of a batch was collected, as text that only grows: a first line that names the batches, then the `custom_id` of each result, written
 * before the result is handed out. So whatever kills the process, only the last one is in doubt.
 */
export interface BatchState {
  /** All that was written; empty at first. */
  read(): Promise<string>;
  append(text: string): Promise<void>;
  /** Cuts off what stands behind that many characters; all of it is ASCII. */
  cut(length: number): Promise<void>;
}

/** Throws `TypeError` for what can't be written to. */
export function stateOf(state: string | BatchState | undefined): BatchState | undefined {
  if (typeof state === 'string' && state !== '') return fileState(state);
  if (state === undefined || state === null) return undefined;
  if ((['read', 'append', 'cut'] as const).every((name) => typeof (state as Partial<BatchState>)[name] === 'function'))
    return state as BatchState;
  throw new TypeError(
    `\`state\` is ${shown(state)}, so what was collected could not be kept. Give the path of a file, or an object with \`read\`, \`append\` and \`cut\`.`,
  );
}

/** Written when the last result was taken. */
const END = '.';
/** Before the id of a result of which nobody knows whether it was taken. */
const DOUBT = '?';

/** The state of a collection. */
export class Collected {
  readonly #state: BatchState | undefined;
  readonly #begun = new Set<string>();
  /** The results that may have been taken, and are handed out again. */
  readonly #doubtful = new Set<string>();
  readonly isOver: boolean;

  private constructor(state: BatchState | undefined, lines: readonly string[]) {
    this.#state = state;
    const last = lines[lines.length - 1];
    this.isOver = last === END;
    for (const line of lines) {
      if (line.startsWith(DOUBT)) this.#doubt(line.slice(1));
      else {
        this.#begun.add(line);
        this.#doubtful.delete(line);
      }
    }
    if (!this.isOver && last !== undefined && !last.startsWith(DOUBT)) this.#doubt(last);
  }

  /** Throws `TypeError` for a state of other batches. */
  static async open(state: BatchState | undefined, batches: readonly string[]): Promise<Collected> {
    if (!state) return new Collected(undefined, []);
    const header = JSON.stringify({ batches });
    const written = await state.read();
    const whole = written.slice(0, written.lastIndexOf('\n') + 1);
    if (whole.length < written.length) await state.cut(whole.length);
    if (whole === '') {
      await state.append(`${header}\n`);
      return new Collected(state, []);
    }
    const [first, ...lines] = whole.slice(0, -1).split('\n');
    if (first !== header)
      throw new TypeError(
        `The state is of other batches (${first}), not of ${header}. Give each collection a state file of its own, or delete this one to collect anew.`,
      );
    const collected = new Collected(state, lines);
    // Results may come in another order than before.
    for (const id of collected.#doubtful) await state.append(`${DOUBT}${id}\n`);
    return collected;
  }

  #doubt(id: string): void {
    this.#begun.delete(id);
    this.#doubtful.add(id);
  }

  has(id: string): boolean {
    return this.#begun.has(id);
  }

  isDoubtful(id: string): boolean {
    return this.#doubtful.has(id);
  }

  /** Before a result is handed out. */
  async begin(id: string): Promise<void> {
    this.#begun.add(id);
    await this.#state?.append(`${id}\n`);
  }

  async end(): Promise<void> {
    await this.#state?.append(`${END}\n`);
  }
}
