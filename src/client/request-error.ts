import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** The request can't work, so it was not sent. Carries every finding; `path` of each is a JSON Pointer into the request. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(
      diagnostics
        .filter((finding) => finding.severity === 'error')
        .map((finding) => `${finding.path === '' ? '(request)' : finding.path}: ${finding.message} ${finding.help}`)
        .join('\n'),
    );
    this.diagnostics = diagnostics;
  }
}
