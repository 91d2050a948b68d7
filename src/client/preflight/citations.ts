import { isRecord } from '../../ir/json.js';
import { formatOf, records } from './parts.js';
import { rule } from './rule.js';

const CITED = new Set<unknown>(['document', 'search_result']);

/** "If you enable citations on any user-provided document … the API returns a 400" (documented: build-with-claude/citations). */
export const citations = rule('citations-with-format', function* ({ body }) {
  if (!formatOf(body)) return;
  for (const [turn, at] of records(body.messages, '/messages')) yield* inside(turn['content'], `${at}/content`);
});

function* inside(content: unknown, at: string): Iterable<{ path: string; message: string; help: string }> {
  for (const [block, path] of records(content, at)) {
    // Documents and search results may be what a tool answered.
    if (block['type'] === 'tool_result') yield* inside(block['content'], `${path}/content`);
    const asked = block['citations'];
    if (!CITED.has(block['type']) || !isRecord(asked) || asked['enabled'] !== true) continue;
    yield {
      path: `${path}/citations`,
      message: 'Citations can not be had together with an output format: they are woven into text, and the answer is JSON.',
      help: 'Turn citations off, or ask for the quotes as properties of your schema.',
    };
  }
}
