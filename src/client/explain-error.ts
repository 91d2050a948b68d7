import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Document } from '../ir/shape.js';

export interface Explainable {
  readonly wire: object;
  readonly lowered?: Document;
}
export interface SchemasAsked {
  readonly output?: Explainable;
  readonly tools: readonly { readonly name: string; readonly index: number; readonly schema?: Explainable }[];
}

export class RejectedSchemaError extends Error {
  override readonly name = 'RejectedSchemaError';
  readonly status = 400;
  readonly diagnostics: readonly Diagnostic[] = [];
}

export function explained(error: unknown, _schemas: SchemasAsked): unknown {
  return error;
}
