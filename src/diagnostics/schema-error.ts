import type { Diagnostic } from './diagnostic.js';

/** Thrown by `compile`, and the only thing it throws: the schema cannot be compiled. Carries every finding, not the first. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super(
      diagnostics
        .filter((finding) => finding.severity === 'error')
        .map((finding) => `${finding.path === '' ? '(root)' : finding.path}: ${finding.message} ${finding.help}`)
        .join('\n'),
    );
    this.diagnostics = diagnostics;
  }
}
