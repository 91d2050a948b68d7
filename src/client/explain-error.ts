import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { RejectedSchemaError } from './rejected-schema-error.js';
import type { Sent } from './schemas-asked.js';

/** Of longer words the middle is not looked at: what the API says of schemas is shorter, but for what it quotes of them. */
const HEAD = 3000;
const TAIL = 1000;

/** The error to throw in place of one of the SDK: itself, unless the API refused a schema of the request with it. */
export async function explained(error: unknown, sent: Sent): Promise<unknown> {
  const words = wordsOf(error);
  if (words === undefined) return error;
  const diagnostics = await diagnosed(words, sent);
  return diagnostics.length > 0 ? new RejectedSchemaError(words, diagnostics, error as object) : error;
}

/** What the API's words mean in terms of the schemas of the request; nothing where they are about none. */
export async function diagnosed(words: string, sent: Sent): Promise<readonly Diagnostic[]> {
  // Loaded when it is first needed, which is seldom.
  const { diagnose } = await import('./rejections/index.js');
  return diagnose(ends(words), sent);
}

/** The API's words for a bad request, of a status or of an event inside a stream; undefined for any other error. */
function wordsOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { status, error: body, message } = error as { status?: unknown; error?: unknown; message?: unknown };
  const inner = (body as { error?: { type?: unknown; message?: unknown } | null } | null | undefined)?.error;
  if (status !== 400 && !(status === undefined && inner?.type === 'invalid_request_error')) return undefined;
  const words = inner?.message ?? message;
  return typeof words === 'string' ? words : undefined;
}

function ends(words: string): string {
  return words.length > HEAD + TAIL ? `${words.slice(0, HEAD)} … ${words.slice(-TAIL)}` : words;
}
