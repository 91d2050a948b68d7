import { compareAgainst } from '../../diff/against.js';
import { DIFF_OPTIONS } from '../../diff/index.js';
import { diffListing } from '../../diff/report.js';
import { part } from '../part.js';

/** `bascule diff --against`, where a reference is named: on the command line, or in the configuration. */
export const diff = part({
  options: DIFF_OPTIONS,
  async run(context, work) {
    const { options, cwd } = context;
    const settings = work.config?.config.check;
    const against = options.against ?? settings?.against;
    if (against === undefined) return undefined;
    const listing = diffListing(await compareAgainst(context, work, against), options.level ?? settings?.level ?? 'data', cwd);
    return { ...listing, data: { diff: listing.data } };
  },
});
