import type { Document } from '../ir/shape.js';
import type { Context } from './context.js';
import { type Features, featuresOf } from './features.js';
import { PASSES, type Pass } from './index.js';

/** A document that some passes have run over. */
export interface Progress {
  readonly document: Document;
  /** What it contained when the group of the next pass began. */
  readonly features: Features;
  /** How many passes are done. */
  readonly done: number;
}

/** Runs the passes in order, those before `until` or all, and checks that each group eliminated what its passes say. */
export function runPasses(source: Document, context: Context, until?: string): Progress {
  return goOn({ document: source, features: featuresOf(source), done: 0 }, context, until);
}

/** Runs the passes that are left. */
export function goOn({ document: start, features: known, done }: Progress, context: Context, until?: string): Progress {
  let document = start;
  let features = known;
  for (let index = done; index < PASSES.length; index++) {
    const pass = PASSES[index] as Pass;
    if (index > 0 && pass.group !== (PASSES[index - 1] as Pass).group && index !== done) {
      if (reportUnsatisfiable(document, context)) return { document, features, done: PASSES.length };
      features = featuresOf(document);
      check(features, pass.group);
    }
    if (pass.name === until) return { document, features, done: index };
    if (pass.needed && !pass.needed(features)) continue;
    document = pass.run(document, context);
  }
  return { document, features, done: PASSES.length };
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
