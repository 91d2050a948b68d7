import type { Measure } from '../../plan/spend.js';
import { rule } from './rule.js';
import { listed, spendingsOf } from './spending.js';

const optional = (spend: Measure): number => spend.optional;

/** The optional properties of the output and of all strict tools together are within the target's limit. */
export const optionalLimit = rule('too-many-optionals', function* ({ body, target }) {
  const most = target.limits.optional.value;
  const spendings = spendingsOf(body, optional);
  const total = spendings.reduce((sum, { spend }) => sum + spend.optional, 0);
  if (total <= most) return;
  yield {
    path: '',
    message: `The schemas of the request hold ${total} optional properties, and ${target.name} takes at most ${most} over all of them: ${listed(spendings, optional)}.`,
    help: "Make properties required, pin some with `encode: { [path]: 'nullable' }` or 'list', set `strict: false` on the tool that spends most, or split the request.",
  };
});
