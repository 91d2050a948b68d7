import { ApiError } from './api-error.js';
import { checkReply } from './check-reply.js';
import type { Misbehaviour } from './misbehaviour.js';
import { idFrom } from './random.js';
import type { AnswerReply, Reply } from './reply.js';

/** A reply for one request, and what goes wrong with it this time. */
export interface Chosen {
  readonly reply: AnswerReply;
  readonly faults: Misbehaviour;
}

const MOST_COUNTS = 10_000;

/** Replies that wait for their requests, and how often what was to happen a number of times has happened. */
export class Script {
  readonly #waiting: Reply[] = [];
  readonly #counts = new Map<string, number>();
  #turns = 0;

  add(replies: readonly unknown[]): void {
    this.#waiting.push(...replies.map(checkReply));
  }

  /** The next scripted reply. One that misbehaves a number of times stays in front until it has answered well. */
  next(): Chosen | undefined {
    const [reply] = this.#waiting;
    if (!reply) return undefined;
    const times = faultsOf(reply).times;
    this.#turns++;
    if (times !== undefined && this.#turns <= times) return chosen(reply, true);
    this.#waiting.shift();
    this.#turns = 0;
    return chosen(reply, times === undefined);
  }

  /** A reply that is not scripted; `key` tells equal requests. */
  from(reply: Reply, key: string): Chosen {
    return chosen(
      reply,
      this.applies(faultsOf(reply), () => `reply ${key}`),
    );
  }

  /** Whether faults still apply; those that apply a number of times are counted by equal requests. */
  applies({ times }: Misbehaviour, keyOf: () => string): boolean {
    if (times === undefined) return true;
    const key = idFrom('times', keyOf(), 0);
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.delete(key);
    this.#counts.set(key, count);
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > MOST_COUNTS && oldest !== undefined) this.#counts.delete(oldest);
    return count <= times;
  }
}

function faultsOf(reply: Reply): Misbehaviour {
  return (reply as AnswerReply).misbehave ?? {};
}

function chosen(reply: Reply, misbehaves: boolean): Chosen {
  if (reply.error) {
    const { status, message = 'This error was asked for.', ...more } = reply.error;
    throw new ApiError(status, message, more);
  }
  return { reply, faults: misbehaves ? (reply.misbehave ?? {}) : {} };
}
