import { isCustom, titleOf, toolsOf } from '../../../client/preflight/parts.js';
import { toolInput } from '../../../client/preflight/tool-input.js';
import { inputFaults } from '../../../emulator/schema/input.js';
import type { RequestRule } from '../rule.js';
import { sentence } from '../words.js';

export const toolSchema: RequestRule = {
  id: 'tool-schema',
  category: 'tools',
  level: 'error',
  law: 'The schema of every tool, strict or not, is one of JSON Schema 2020-12.',
  evidence: {
    grade: 'observed',
    source: 'error text "It must match JSON Schema draft 2020-12"',
  },
  page: 'A tool that is not strict takes nearly any JSON Schema, but it is valid draft 2020-12: `"type": "STRING"` is not.\n`compile(schema, { mode: "tool" })` wraps roots and renames properties.',
  *check({ body, target }) {
    const told = [...toolInput.check({ body, target })].map(({ path }) => path);
    for (const { tool, path } of toolsOf(body)) {
      // What is told of its root and names comes first.
      if (told.some((each) => each.startsWith(`${path}/`))) continue;
      if (!isCustom(tool) || tool['input_schema'] === undefined) continue;
      for (const fault of inputFaults(tool['input_schema'], target, tool['strict'] === true))
        yield {
          path: `${path}/input_schema${fault.path}`,
          message: `The API does not take the schema of the tool ${titleOf(tool)}: ${sentence(fault.message)}`,
          help: 'Define the tool with `defineTool`, which lowers its schema; or write it as the API takes it.',
        };
    }
  },
};
