import { isProgrammatic, titleOf, toolsOf } from './parts.js';
import { rule } from './rule.js';

/** "Tools with `strict: true` are not supported with programmatic calling" (documented: programmatic-tool-calling). */
export const strictProgrammatic = rule('strict-programmatic', function* ({ body }) {
  for (const { tool, path } of toolsOf(body))
    if (tool['strict'] === true && isProgrammatic(tool))
      yield {
        path: `${path}/allowed_callers`,
        message: `The tool ${titleOf(tool)} is strict, and may be called from code: the API does not take both on one tool.`,
        help: "Set `strict: false` (the input is still checked when it comes in), or `allowed_callers: ['direct']`.",
      };
});
