import { artifactFiles } from '../../compile/artifacts.js';
import { deliver, isComplete } from '../../compile/deliver.js';
import { emissionOf } from '../../compile/emission.js';
import { compileListing } from '../../compile/report.js';
import { part } from '../part.js';

/** `bascule compile --check`, in projects that have artifacts: those whose configuration names a folder for them. */
export const artifacts = part({
  options: {},
  run(context, work) {
    const { cwd } = context;
    const emission = emissionOf({}, work.config, cwd);
    if (emission === undefined) return undefined;
    const made = artifactFiles(work, emission);
    const complete = isComplete(context, work, made);
    const outcomes = deliver(made.files, { ...emission, complete, cwd, check: true, force: false });
    return compileListing({ context, work, artifacts: made, outcomes, emission, check: true });
  },
});
