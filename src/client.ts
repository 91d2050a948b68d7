import { callsWith } from './client/calls.js';
import { compiledOnly, type Lifter } from './client/lifter.js';

/** The calls for generated modules and compiled schemas, without the compiler. */
export const { parse, parseOrThrow, stream, runTools, defineTool, countTokens, warm, submitBatch, collectBatch, retryable } =
  /* @__PURE__ */ callsWith<Lifter>(compiledOnly);
export * from './client/names.js';
