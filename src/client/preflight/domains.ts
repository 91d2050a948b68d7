import { titleOf, toolsOf } from './parts.js';
import { rule } from './rule.js';

/** `allowed_domains` "cannot be used alongside `blocked_domains`" (documented). */
export const domains = rule('domains', function* ({ body }) {
  for (const { tool, path } of toolsOf(body))
    if (isFilled(tool['allowed_domains']) && isFilled(tool['blocked_domains']))
      yield {
        path: `${path}/blocked_domains`,
        message: `The tool ${titleOf(tool)} has both \`allowed_domains\` and \`blocked_domains\`; the API takes one of them.`,
        help: 'Keep `allowed_domains`: what it does not name is blocked anyway. Or keep `blocked_domains` alone.',
      };
});

function isFilled(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}
