import { isCustom, titleOf, toolsOf } from '../../../client/preflight/parts.js';
import { checkServerTool } from '../../../emulator/request/server-tools.js';
import type { RequestRule } from '../rule.js';
import { wordsAgainst } from '../words.js';

/** What rules of their own look at. */
const ELSEWHERE = { strict: undefined, blocked_domains: undefined, input_examples: undefined };

export const serverTool: RequestRule = {
  id: 'server-tool',
  category: 'tools',
  level: 'error',
  law: 'A tool that the API defines has a type that there is, the name that belongs to it, and no schema.',
  evidence: { grade: 'documented', source: 'docs tool-use/tool-reference (2026-10-08); types of @anthropic-ai/sdk 1.12' },
  page: 'Types end in their date, such as `web_search_20260318`; most demand a certain name, such as `memory`. `input_schema` and `eager_input_streaming` are for tools of your own.\n`"type": "function"` is of another API: leave the type out.',
  *check({ body }) {
    for (const { tool, path } of toolsOf(body)) {
      if (isCustom(tool)) continue;
      const found = wordsAgainst(body, () => checkServerTool({ ...tool, ...ELSEWHERE }, Number(path.slice('/tools/'.length))));
      if (!found) continue;
      const isKind = /Input tag/.test(found.words);
      yield {
        path: isKind ? `${path}/type` : found.path,
        message: `The API does not take the tool ${titleOf(tool)}: ${found.words}`,
        help: isKind
          ? 'Leave `type` out for a tool of your own, `{ name, description, input_schema }`; else use a type of the tool reference.'
          : 'Give it the name of its type, and leave out what is for tools of your own.',
      };
    }
  },
};
