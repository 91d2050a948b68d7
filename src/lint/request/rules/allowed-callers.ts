import { titleOf, toolsOf } from '../../../client/preflight/parts.js';
import type { RequestRule } from '../rule.js';

export const allowedCallers: RequestRule = {
  id: 'allowed-callers',
  category: 'tools',
  level: 'error',
  law: '`allowed_callers` names callers that there are.',
  evidence: { grade: 'sdk', source: 'types of @anthropic-ai/sdk 1.12: `direct`, `code_execution_<date>`' },
  page: 'A tool may be called by the model (`direct`) and by code that the server runs (`code_execution_20260521`). `code_execution` without its date is a 400.',
  *check({ body }) {
    for (const { tool, path } of toolsOf(body)) {
      const callers = tool['allowed_callers'];
      if (callers === undefined || callers === null) continue;
      const stray = Array.isArray(callers)
        ? callers.findIndex((caller) => typeof caller !== 'string' || !/^(?:direct|code_execution_\d{8})$/.test(caller))
        : undefined;
      if (stray !== -1)
        yield {
          path: `${path}/allowed_callers${stray === undefined ? '' : `/${stray}`}`,
          message: `The tool ${titleOf(tool)} names a caller that there is not.`,
          help: "Use 'direct' and 'code_execution_20260521', in a list.",
        };
    }
  },
};
