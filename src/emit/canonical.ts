import type { Compiled } from '../compiled.js';
import type { Document } from '../ir/shape.js';
import type { Context } from '../passes/context.js';
import { runPasses } from '../passes/engine.js';

/** The source as the canonical passes leave it: what a decoded value may be, before anything is encoded. */
export function canonicalOf({
  source,
  target,
  mode,
  options,
}: Pick<Compiled, 'source' | 'target' | 'mode' | 'options'>): Document {
  // All findings were reported when the schema was compiled, and nothing is chosen this early.
  const context: Context = {
    target,
    mode,
    options,
    findings: { report: () => undefined },
    pins: () => [],
    choose: () => ({ optionals: new Map(), unions: new Set() }),
  };
  return runPasses(source.document, context, 'structure').document;
}
