import type { Document } from '../ir/shape.js';
import type { Context } from './context.js';
import { type Features, featuresOf } from './features.js';
import { PASSES, type Pass } from './index.js';

/** Runs the passes in order, those before `until` or all, and checks that each group eliminated what its passes say. */
export function runPasses(source: Document, context: Context, until?: string): Document {
  let document = source;
  let features = featuresOf(document);
  let group: Pass['group'] = 'canonical';
  for (const pass of PASSES) {
    if (pass.group !== group) {
      if (reportUnsatisfiable(document, context)) return document;
      group = pass.group;
      features = featuresOf(document);
      check(features, group);
    }
    if (pass.name === until) return document;
    if (pass.needed && !pass.needed(features)) continue;
    document = pass.run(document, context);
  }
  return document;
}

function reportUnsatisfiable({ root }: Document, context: Context): boolean {
  if (root.kind !== 'never') return false;
  context.findings.report({
    code: 'unsatisfiable',
    severity: 'error',
    path: root.path,
    message: `No value can satisfy this schema: ${root.reason}.`,
    help: 'Correct the contradiction; the model could never give a valid answer.',
  });
  return true;
}

/** At the start of a group, everything that passes of earlier groups eliminate is gone. */
function check(features: Features, group: Pass['group']): void {
  for (const pass of PASSES) {
    if (pass.group === group) return;
    const left = pass.eliminates.find((kind) => features.kinds.has(kind));
    if (left) throw new TypeError(`the pass ${pass.name} left a shape of kind ${left}`);
  }
}
