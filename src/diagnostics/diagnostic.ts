/** A finding about a schema. */
export interface Diagnostic {
  /** Stable name, such as `external-ref` or `unsatisfiable`. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** JSON Pointer into the source schema. */
  readonly path: string;
  /** What is wrong, and why it matters. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
}
