import { isCustom, titleOf, toolsOf } from '../../../client/preflight/parts.js';
import { inputFaults } from '../../../emulator/schema/input.js';
import type { RequestRule } from '../rule.js';
import { sentence } from '../words.js';

export const toolSchema: RequestRule = {
  id: 'tool-schema',
  category: 'tools',
  level: 'error',
  law: 'The schema of every tool, strict or not, is an object of JSON Schema 2020-12 with names that the API takes.',
  evidence: {
    grade: 'observed',
    source:
      'error texts "input_schema.type: Field required", "input_schema does not support oneOf, allOf, or anyOf at the top level", "Property keys should match pattern …", "It must match JSON Schema draft 2020-12"',
  },
  page: 'A tool that is not strict takes nearly any JSON Schema, but its root is `"type": "object"` without `anyOf` beside it, its properties are named with letters, digits, `_`, `.` and `-`, and it is valid draft 2020-12: `"type": "STRING"` is not.\n`compile(schema, { mode: "tool" })` wraps roots and renames properties.',
  *check({ body, target }) {
    for (const { tool, path } of toolsOf(body)) {
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
