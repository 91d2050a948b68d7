import { AnswerError } from '../answer/answer-error.js';
import type { Compiled, JsonSchema, StrictTool, ToolOptions } from '../compiled.js';
import { SchemaError } from '../diagnostics/schema-error.js';
import type { Json } from '../ir/json.js';

/**
 * A strict tool for `tools`; with `run` it also fits the SDK's `toolRunner`. Throws `SchemaError` for a name that the
 * target does not take, and `EncodeError` for an example that is not valid.
 */
export function emitTool<Input, Output>(compiled: Compiled<Input, Output>, about: ToolOptions<Input, Output>): StrictTool<Output> {
  const { name, description, examples, run, strict = true } = about;
  if (typeof name !== 'string' || !new RegExp(compiled.target.toolName.value).test(name))
    throw new SchemaError([
      {
        code: 'tool-name',
        severity: 'error',
        path: '',
        message: `The tool name ${JSON.stringify(name)} is not taken by the target ${compiled.target.name}: it must match ${compiled.target.toolName.value}.`,
        help: 'Use letters, digits, `_` and `-`, at most 64 of them.',
      },
    ]);
  const tool: StrictTool<Output> = {
    name,
    input_schema: compiled.wire as StrictTool<Output>['input_schema'] & JsonSchema,
    ...(strict && { strict: true }),
    ...(description !== undefined && { description }),
    ...(examples && { input_examples: examples.map((example) => compiled.encode(example) as { [key: string]: Json }) }),
    parse(wire) {
      const decoded = compiled.decode(wire);
      if (decoded.issues) throw new AnswerError(decoded.issues);
      return decoded.value;
    },
    ...(run && { type: 'custom' as const, run }),
  };
  return tool;
}
