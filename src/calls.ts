import { callsWith } from './client/calls.js';
import { isLifter } from './client/lifter.js';
import { compile } from './compile.js';

/** The calls for schemas of any kind: what is not compiled yet is compiled. */
export const { parse, parseOrThrow, stream, runTools, defineTool, countTokens, warm, submitBatch, collectBatch, retryable } =
  /* @__PURE__ */ callsWith<unknown>((schema, mode) => (isLifter(schema) ? schema : compile(schema, { mode })));
