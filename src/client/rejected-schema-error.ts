import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** Own member of every instance, by which `instanceof` knows it. */
const MARK = Symbol.for('bascule.rejected-schema');

/** Beyond this the words of the API are cut in the message; `cause` has them whole. */
const MOST_WORDS = 1000;

/**
 * The API refused a schema (400): `diagnostics` say which part of yours and what to do; `cause` is the SDK's own error. It is an
 * instance of the SDK's class as well and has the same members, so whoever catches that goes on to.
 */
export class RejectedSchemaError extends Error {
  override readonly name = 'RejectedSchemaError';
  readonly status = 400;
  readonly requestId: string | undefined;
  /** Paths are JSON Pointers into the source schema where that is known. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(words: string, diagnostics: readonly Diagnostic[], cause: object) {
    const lines = diagnostics.map(({ path, message, help }) => `${path === '' ? '(root)' : path}: ${message} ${help}`);
    super(`The API refused the schema: ${brief(words)}\n${lines.join('\n')}`, { cause });
    Object.setPrototypeOf(this, Object.getPrototypeOf(cause));
    Object.assign(this, cause, { name: this.name, cause, status: this.status });
    Object.defineProperty(this, MARK, { value: true });
    this.diagnostics = diagnostics;
    this.requestId = (cause as { requestID?: string | null }).requestID ?? undefined;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, MARK);
  }
}

export function brief(words: string): string {
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words;
}
