import { titleOf, toolsOf } from './parts.js';
import { rule } from './rule.js';

/** `defer_loading` with `cache_control` on the same tool is a 400 (documented: tool-search-tool). */
export const deferredCache = rule('deferred-with-cache-control', function* ({ body }) {
  for (const { tool, path } of toolsOf(body)) {
    const cache = tool['cache_control'];
    if (tool['defer_loading'] === true && cache !== undefined && cache !== null)
      yield {
        path: `${path}/cache_control`,
        message: `The tool ${titleOf(tool)} is deferred, so it is not part of the prefix that would be cached.`,
        help: 'Put `cache_control` on a tool that is not deferred.',
      };
  }
});
