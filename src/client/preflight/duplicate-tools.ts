import { toolsOf } from './parts.js';
import { rule } from './rule.js';

/** "tools: Tool names must be unique." (observed) */
export const duplicateTools = rule('duplicate-tool-name', function* ({ body }) {
  const first = new Map<string, string>();
  for (const { tool, path } of toolsOf(body)) {
    const { name } = tool;
    if (typeof name !== 'string') continue;
    const before = first.get(name);
    if (before === undefined) first.set(name, path);
    else
      yield {
        path: `${path}/name`,
        message: `The name ${JSON.stringify(name.slice(0, 80))} is taken by the tool at ${before}; a call could mean either.`,
        help: 'Give each tool a name of its own.',
      };
  }
});
