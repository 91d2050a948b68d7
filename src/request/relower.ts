import type { Lifter } from '../client/lifter.js';
import type { GivenTool } from '../client/tool-reader.js';
import { ABOUT, emitTool, LIFTER } from '../emit/tool.js';
import type { ToolOptions } from '../tool.js';

/** The tool over another form of its schema, strict or not: all else that it carries stays. Throws `EncodeError` for a bad example. */
export function relowered(tool: GivenTool, lifter: Lifter, strict: boolean): GivenTool {
  const about = (tool as { readonly [ABOUT]?: ToolOptions<unknown, unknown> })[ABOUT] as ToolOptions<unknown, unknown>;
  const made = emitTool(lifter as never, { ...about, strict });
  for (const key of Reflect.ownKeys(tool)) {
    const property = Object.getOwnPropertyDescriptor(tool, key);
    if (key !== LIFTER && key !== ABOUT && property && !property.enumerable) Object.defineProperty(made, key, property);
  }
  return made as GivenTool;
}
