import { toolInput as law } from '../../../client/preflight/tool-input.js';
import { preflighted } from '../preflighted.js';

export const toolInput = preflighted(law, {
  category: 'tools',
  level: 'error',
  law: 'The input of every tool, strict or not, is one object whose properties have names that the API takes.',
  evidence: {
    grade: 'observed',
    source:
      'error texts "input_schema.type: Field required", "input_schema does not support oneOf, allOf, or anyOf at the top level", "Property keys should match pattern …"',
  },
  page: 'A tool that is not strict takes nearly any JSON Schema, but its root is `"type": "object"` without `anyOf` beside it, and its properties are named with letters, digits, `_`, `.` and `-`.\n`compile(schema, { mode: "tool" })` wraps roots and renames properties.',
});
