import { isRecord, setOwn } from '../../ir/json.js';
import { pointer } from '../../ir/pointer.js';
import type { Finding } from './rule.js';

/** Documented for the Messages API (docs api/overview). */
const MOST_BYTES = 32 * 1024 * 1024;
/** Below where `JSON.stringify` runs out of stack, and far above what a schema needs. */
const DEEPEST = 500;

/** Enough to know what is wrong. */
const MOST_FINDINGS = 20;

/** What JSON makes of a value, and what in it JSON can't say. Strings are shared, so that large documents cost nothing. */
export interface PlainCopy {
  readonly value: unknown;
  readonly found: readonly Finding[];
}

/** Never throws. */
export function plainCopy(given: unknown): PlainCopy {
  const copier = new Copier();
  const value = copier.copy(given, '', '');
  return { value, found: copier.found };
}

class Copier {
  readonly found: Finding[] = [];
  readonly #above = new Set<object>();
  /** What is used in several places is copied once, and counted each time. */
  readonly #done = new Map<object, { readonly copy: unknown; readonly bytes: number; readonly height: number }>();
  /** A lower bound of the bytes of the request. */
  #bytes = 0;
  #deepest = 0;

  copy(given: unknown, key: string, path: string): unknown {
    if (this.#bytes > MOST_BYTES) return undefined;
    try {
      return this.#copy(jsonOf(given, key), path);
    } catch (error) {
      return this.#refuse(path, `can't be read: ${wordsOf(error)}`, 'Give plain data.');
    }
  }

  #copy(value: unknown, path: string): unknown {
    this.#count(1);
    switch (typeof value) {
      case 'string':
        this.#count(value.length);
        return value;
      case 'number':
        return Number.isFinite(value) ? value : null;
      case 'boolean':
        return value;
      case 'bigint':
        return this.#refuse(path, 'is a BigInt, which JSON lacks', 'Give a number, or text.');
      case 'object':
        return value === null ? null : this.#inside(value, path);
      default:
        return undefined;
    }
  }

  #inside(value: object, path: string): unknown {
    if (this.#above.has(value))
      return this.#refuse(
        path,
        'holds itself, which JSON can not say',
        'Take the circle out; for a recursive schema use `$ref`.',
      );
    const known = this.#done.get(value);
    const depth = this.#above.size + 1;
    if (depth + (known?.height ?? 0) > DEEPEST)
      return this.#refuse(path, `lies more than ${DEEPEST} levels deep, too deep to be sent`, 'Nest it less deeply.');
    const around = this.#deepest;
    this.#deepest = depth + (known?.height ?? 0);
    if (known) this.#count(known.bytes);
    const copy = known ? known.copy : this.#fresh(value, path, depth);
    this.#deepest = Math.max(around, this.#deepest);
    return copy;
  }

  #fresh(value: object, path: string, depth: number): unknown {
    const before = this.#bytes;
    this.#above.add(value);
    try {
      const copy = Array.isArray(value)
        ? Array.from(value, (item, index) => this.copy(item, String(index), pointer(path, index)) ?? null)
        : this.#record(value, path);
      this.#done.set(value, { copy, bytes: this.#bytes - before, height: this.#deepest - depth });
      return copy;
    } finally {
      this.#above.delete(value);
    }
  }

  #record(value: object, path: string): unknown {
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      this.#count(key.length);
      const at = pointer(path, key);
      let member: unknown;
      try {
        member = (value as Record<string, unknown>)[key];
      } catch (error) {
        this.#refuse(at, `can't be read: ${wordsOf(error)}`, 'Give plain data.');
        continue;
      }
      const plain = this.copy(member, key, at);
      if (plain !== undefined) setOwn(copy, key, plain);
    }
    return copy;
  }

  #count(bytes: number): void {
    const before = this.#bytes;
    this.#bytes += bytes;
    if (before <= MOST_BYTES && this.#bytes > MOST_BYTES)
      this.#refuse('', 'is larger than 32 MB, which the API does not take', 'Send less at once, or files through the Files API.');
  }

  #refuse(path: string, what: string, help: string): undefined {
    if (this.found.length < MOST_FINDINGS)
      this.found.push({ path, message: `${path === '' ? 'The request' : `The value at ${path}`} ${what}.`, help });
    return undefined;
  }
}

/** What JSON takes in the place of a value. */
function jsonOf(value: unknown, key: string): unknown {
  const own =
    isRecord(value) || Array.isArray(value) || typeof value === 'bigint' ? (value as { toJSON?: unknown }).toJSON : undefined;
  const json: unknown = typeof own === 'function' ? own.call(value, key) : value;
  return json instanceof String || json instanceof Number || json instanceof Boolean || json instanceof BigInt
    ? json.valueOf()
    : json;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : 'something was thrown';
}
