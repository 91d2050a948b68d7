import { LINT_OPTIONS, mostWarnings } from '../../lint/index.js';
import { levelsFor } from '../../lint/levels.js';
import { lintListing } from '../../lint/report.js';
import { part } from '../part.js';

/** `bascule lint`. */
export const lint = part({
  options: LINT_OPTIONS,
  run(context, work) {
    const { options } = context;
    const levels = levelsFor(work.config?.config ?? {}, options.rule);
    return lintListing(
      context,
      { schemas: work, requests: 0, findings: [], failures: [] },
      levels,
      mostWarnings(options['max-warnings']),
    );
  },
});
