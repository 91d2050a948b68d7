import type { Measure } from '../../plan/spend.js';
import { rule } from './rule.js';
import { listed, spendingsOf } from './spending.js';

const union = (spend: Measure): number => spend.union;

/** The unions of the output and of all strict tools together are within the target's limit. */
export const unionLimit = rule('too-many-unions', function* ({ body, target }) {
  const most = target.limits.union.value;
  const spendings = spendingsOf(body, union);
  const total = spendings.reduce((sum, { spend }) => sum + spend.union, 0);
  if (total <= most) return;
  yield {
    path: '',
    message: `The schemas of the request hold ${total} unions (nullable properties among them), and ${target.name} takes at most ${most} over all of them: ${listed(spendings, union)}.`,
    help: "Make nullable properties optional instead, pin some with `encode: { [path]: 'lists' }` ('list' for a nullable property), set `strict: false` on the tool that spends most, or split the request.",
  };
});
