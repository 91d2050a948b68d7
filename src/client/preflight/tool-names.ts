import { matcher } from '../../ir/matcher.js';
import { isCustom, toolsOf } from './parts.js';
import { rule } from './rule.js';

/** A tool of the caller's own has a name that the target takes. */
export const toolNames = rule('tool-name', function* ({ body, target }) {
  const pattern = target.toolName.value;
  for (const { tool, path } of toolsOf(body)) {
    if (!isCustom(tool)) continue;
    const { name } = tool;
    if (typeof name === 'string' && matcher(pattern)(name)) continue;
    yield {
      path: `${path}/name`,
      message:
        name === undefined || name === null
          ? 'The tool has no name, so it can not be called.'
          : `The name ${JSON.stringify(name).slice(0, 100)} is none that ${target.name} takes for a tool: it must match ${pattern}.`,
      help: 'Use letters, digits, `_` and `-`, at most 64 of them.',
    };
  }
});
