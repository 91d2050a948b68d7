import { AnswerError } from '../answer/answer-error.js';
import type { Compiled, JsonSchema, OutputFormat } from '../compiled.js';

/** An `output_config.format` that the SDK's `messages.create`, `parse` and `stream` take; `parse` lifts the answer. */
export function emitFormat<Output>(
  compiled: Pick<Compiled<never, Output>, 'parse'> & { readonly wire: object },
): OutputFormat<Output> {
  return {
    type: 'json_schema',
    schema: compiled.wire as JsonSchema,
    parse(text) {
      const parsed = compiled.parse(text);
      if (parsed.issues) throw new AnswerError(parsed.issues);
      return parsed.value;
    },
  };
}
