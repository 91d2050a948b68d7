import { isToolset, titleOf, toolsOf } from './parts.js';
import { rule } from './rule.js';

/** A request has no more strict tools than the target takes. */
export const strictLimit = rule('too-many-strict-tools', function* ({ body, target }) {
  const most = target.limits.strictTools.value;
  const strict = toolsOf(body).filter(({ tool }) => tool['strict'] === true && !isToolset(tool));
  if (strict.length <= most) return;
  const beyond = strict.slice(most);
  yield {
    path: '/tools',
    message: `The request has ${strict.length} strict tools, and ${target.name} takes at most ${most}.`,
    help: `Set \`strict: false\` on ${beyond.length} of them, those where a wrong input costs least; the input is still checked when it comes in. The last ones are ${beyond.map(({ tool }) => titleOf(tool)).join(', ')}.`,
  };
});
