import type { Document } from '../ir/shape.js';
import type { Context } from './context.js';
import { kindsOf, PASSES } from './index.js';

/** Runs the passes in order, and checks that each eliminated what it says. */
export function runPasses(source: Document, context: Context): Document {
  let document = source;
  let kinds = kindsOf(document);
  for (const pass of PASSES) {
    if (pass.eliminates.length > 0 && !pass.always && !pass.eliminates.some((kind) => kinds.has(kind))) continue;
    const next = pass.run(document, context);
    if (next === document) continue;
    document = next;
    if (pass.name === 'simplify' && document.root.kind === 'never') {
      const { path, reason } = document.root;
      context.findings.report({ code: 'unsatisfiable', severity: 'error', path, message: `No value can satisfy this schema: ${reason}.`, help: 'Correct the contradiction; the model could never give a valid answer.' });
      return document;
    }
    if (pass.eliminates.length === 0) continue;
    kinds = kindsOf(document);
    const left = pass.eliminates.find((kind) => kinds.has(kind));
    if (left) throw new TypeError(`the pass ${pass.name} left a shape of kind ${left}`);
  }
  return document;
}
