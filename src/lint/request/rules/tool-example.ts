import { isCustom, titleOf, toolsOf } from '../../../client/preflight/parts.js';
import { exampleFaults } from '../../../emulator/schema/examples.js';
import { inputFaults } from '../../../emulator/schema/input.js';
import type { RequestRule } from '../rule.js';
import { sentence } from '../words.js';

/** Tools of the API's that the caller runs may have examples, as the SDK types them. */
const RUN_BY_CALLER = /^(?:memory|bash|text_editor|computer)_\d{8}$/;

export const toolExample: RequestRule = {
  id: 'tool-example',
  category: 'tools',
  level: 'error',
  law: 'Examples of a tool are valid inputs of it.',
  evidence: {
    grade: 'documented',
    source:
      'docs tool-use/define-tools: each of `input_examples` must validate against `input_schema`; not on server tools and toolsets',
  },
  page: 'An example that does not validate is a 400. So is one of a tool that the server runs, or of a toolset.\n`defineTool({ …, examples })` takes examples as values of your own schema and sends them as the lowered one needs them.',
  *check({ body, target, planning }) {
    for (const { code, path, message, help } of planning) if (code === 'bad-example') yield { path, message, help };
    for (const { tool, path } of toolsOf(body)) {
      const { input_examples: examples, input_schema: schema, type } = tool;
      if (examples === undefined) continue;
      if (!isCustom(tool) && !RUN_BY_CALLER.test(String(type)))
        yield {
          path: `${path}/input_examples`,
          message: `The tool ${titleOf(tool)} is run by the server, and the API takes no examples of it.`,
          help: 'Leave `input_examples` out.',
        };
      // Against a schema that is not valid nothing can be checked.
      if (!isCustom(tool) || inputFaults(schema, target, false).length > 0) continue;
      for (const { index, message } of exampleFaults(examples, schema))
        yield {
          path: `${path}/input_examples${index === undefined ? '' : `/${index}`}`,
          message: `The example is no valid input of the tool ${titleOf(tool)}: ${sentence(message)}`,
          help: 'Mend the example or the schema; `defineTool({ …, examples })` checks and encodes them.',
        };
    }
  },
};
