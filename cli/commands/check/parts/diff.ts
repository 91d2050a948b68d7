import { compareAgainst } from '../../diff/against.js';
import { DIFF_OPTIONS } from '../../diff/index.js';
import { diffListing } from '../../diff/report.js';
import { part } from '../part.js';

/** `bascule diff --against <git-ref>`, where a reference is given. */
export const diff = part({
  options: DIFF_OPTIONS,
  async run(context, work) {
    const { against, level = 'data' } = context.options;
    if (against === undefined) return undefined;
    return diffListing(await compareAgainst(context, work, against), level, context.cwd);
  },
});
