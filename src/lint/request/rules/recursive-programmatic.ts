import { isProgrammatic, titleOf, toolsOf } from '../../../client/preflight/parts.js';
import { circleIn, definitionsOf, referencesIn } from '../../../emulator/schema/references.js';
import { isRecord } from '../../../ir/json.js';
import type { RequestRule } from '../rule.js';

export const recursiveProgrammatic: RequestRule = {
  id: 'recursive-programmatic',
  category: 'tools',
  level: 'error',
  law: 'A tool that code may call has no recursive schema.',
  evidence: { grade: 'documented', source: 'docs tool-use/programmatic-tool-calling; error text "Circular $ref detected"' },
  page: 'For code, a tool becomes a function whose signature is written out, which a recursion has no end of.\n`compile(schema, { mode: "tool" })` makes a table of a recursive schema; or let only the model call the tool.',
  *check({ body }) {
    for (const { tool, path } of toolsOf(body)) {
      const schema = tool['input_schema'];
      if (!isProgrammatic(tool) || !isRecord(schema)) continue;
      const definitions = definitionsOf(schema);
      const isCircular =
        circleIn(definitions) !== undefined || [schema, ...definitions.values()].some((each) => referencesIn(each).includes('#'));
      if (isCircular)
        yield {
          path: `${path}/input_schema`,
          message: `The tool ${titleOf(tool)} may be called from code, and its schema refers to itself.`,
          help: "Compile the schema (`mode: 'tool'`), or set `allowed_callers: ['direct']`.",
        };
    }
  },
};
