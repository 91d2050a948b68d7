import type { Compiled } from '../compiled.js';
import type { Document } from '../ir/shape.js';
import { runPasses } from '../passes/engine.js';

/** The source as the canonical passes leave it: what a decoded value may be, before anything is encoded. */
export function canonicalOf({
  source,
  target,
  mode,
  options,
}: Pick<Compiled, 'source' | 'target' | 'mode' | 'options'>): Document {
  // All findings were reported when the schema was compiled.
  const context = { target, mode, options, findings: { report: () => undefined } };
  return runPasses(source.document, context, 'structure');
}
