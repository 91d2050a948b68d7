import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Document } from '../ir/shape.js';

/** A schema of a request: as it was sent, and where known what it was lowered from. */
export interface Explainable {
  readonly wire: object;
  readonly lowered?: Document;
}

export interface SchemasAsked {
  readonly output?: Explainable;
  readonly tools: readonly { readonly name: string; readonly index: number; readonly schema?: Explainable }[];
}

/** The API refused a schema (400): `diagnostics` say which part of yours and what to do; `cause` is the SDK's own error. */
export class RejectedSchemaError extends Error {
  override readonly name = 'RejectedSchemaError';
  readonly status = 400;
  readonly requestId: string | undefined;
  /** Paths are JSON Pointers into the source schema where that is known. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(words: string, diagnostics: readonly Diagnostic[], cause: unknown) {
    const lines = diagnostics.map(({ path, message, help }) => `${path === '' ? '(root)' : path}: ${message} ${help}`);
    super(`The API refused the schema: ${words}\n${lines.join('\n')}`, { cause });
    this.diagnostics = diagnostics;
    this.requestId = (cause as { requestID?: string | null }).requestID ?? undefined;
  }
}

/** The error to throw in place of one of the SDK: itself, unless the API refused a schema with it. */
export async function explained(error: unknown, schemas: SchemasAsked): Promise<unknown> {
  const words = wordsOf(error);
  if (words === undefined) return error;
  const { schema, subject } = subjectOf(words, schemas);
  // Loaded when it is first needed, which is seldom.
  const { REJECTIONS } = await import('./rejections.js');
  for (const { fragment, explain } of REJECTIONS) {
    const match = fragment.exec(words);
    if (!match) continue;
    const diagnostics = explain({ match, schema, subject, schemas });
    return diagnostics.length > 0 ? new RejectedSchemaError(words, diagnostics, error) : error;
  }
  return error;
}

/** The API's words for a bad request; undefined for any other error. */
function wordsOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { status, error: body, message } = error as { status?: unknown; error?: unknown; message?: unknown };
  if (status !== 400) return undefined;
  const inner = (body as { error?: { message?: unknown } } | null | undefined)?.error?.message;
  const words = inner ?? message;
  return typeof words === 'string' ? words : undefined;
}

function subjectOf(
  words: string,
  { output, tools }: SchemasAsked,
): { readonly schema: Explainable | undefined; readonly subject: string } {
  const index = /\btools\.(\d+)\b/.exec(words)?.[1];
  if (index === undefined) return { schema: output, subject: 'the output' };
  const tool = tools.find((candidate) => candidate.index === Number(index));
  return { schema: tool?.schema, subject: `the tool ${JSON.stringify(tool?.name ?? Number(index))}` };
}
