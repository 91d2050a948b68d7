import { AnswerError } from '../answer/answer-error.js';
import type { Compiled, StrictTool, ToolOptions } from '../compiled.js';
import type { Json } from '../ir/json.js';

/** A strict tool for `tools`; with `run` it also fits the SDK's `toolRunner`. Throws `EncodeError` for an example that is not valid. */
export function emitTool<Input, Output>(
  compiled: Pick<Compiled<Input, Output>, 'wire' | 'encode' | 'decode'>,
  about: ToolOptions<Input, Output>,
): StrictTool<Output> {
  const { name, description, examples, run, strict = true } = about;
  return {
    name,
    input_schema: compiled.wire as StrictTool<Output>['input_schema'],
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
}
