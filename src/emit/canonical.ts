import type { Compiled } from '../compiled.js';
import type { Document } from '../ir/shape.js';
import { featuresOf } from '../passes/features.js';
import { PASSES } from '../passes/index.js';

/** The source as the canonical passes leave it: what a decoded value may be, before anything is encoded. */
export function canonicalOf({
  source,
  target,
  mode,
  options,
}: Pick<Compiled, 'source' | 'target' | 'mode' | 'options'>): Document {
  // All findings were reported when the schema was compiled.
  const context = { target, mode, options, findings: { report: () => undefined } };
  const features = featuresOf(source.document);
  return PASSES.filter(({ group, needed }) => group === 'canonical' && needed?.(features) !== false).reduce(
    (document, pass) => pass.run(document, context),
    source.document,
  );
}
