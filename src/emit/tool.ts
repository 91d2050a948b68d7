import { AnswerError } from '../answer/answer-error.js';
import type { Program } from '../answer/program.js';
import type { Compiled } from '../compiled.js';
import type { Json } from '../ir/json.js';
import type { StrictTool, ToolMaker, ToolOptions } from '../tool.js';

/** Under this key a tool carries what its input is read with; not enumerable, so that it is neither sent nor compared. */
export const LIFTER = Symbol.for('bascule.lifter');

/** Under this key, not enumerable either, it carries what it was made of, so that it can be made again of another form of its schema. */
export const ABOUT = Symbol.for('bascule.about');

type Lifts<Input, Output> = Pick<Compiled<Input, Output>, 'encode' | 'decode'> &
  Partial<Pick<Compiled<Input, Output>, 'decodeAsync' | 'parse' | 'parseAsync'>> & {
    readonly wire: object;
    readonly program?: Program<Input, Output>;
  };

/** A strict tool for `tools`; with `run` it also fits the SDK's `toolRunner`. Throws `EncodeError` for an example that is not valid. */
export function emitTool<Input, Output>(compiled: Lifts<Input, Output>, about: ToolOptions<Input, Output>): StrictTool<Output> {
  const { name, description, examples, run, strict = true, ...passed } = about;
  const tool: StrictTool<Output> = {
    ...passed,
    name,
    ...(description !== undefined && { description }),
    ...(strict && { strict: true }),
    input_schema: compiled.wire as StrictTool<Output>['input_schema'],
    ...(examples && { input_examples: examples.map((example) => compiled.encode(example) as { [key: string]: Json }) }),
    parse(wire) {
      const decoded = compiled.decode(wire);
      if (decoded.issues) throw new AnswerError(decoded.issues);
      return decoded.value;
    },
    ...(run && { type: 'custom' as const, run }),
  };
  return Object.defineProperties(tool, { [LIFTER]: { value: compiled }, [ABOUT]: { value: about } });
}

/** The `tool` of a generated module. */
export function toolMaker<Input, Output>(compiled: Lifts<Input, Output>): ToolMaker<Input, Output> {
  return ((about: ToolOptions<Input, Output>) => emitTool(compiled, about)) as ToolMaker<Input, Output>;
}
