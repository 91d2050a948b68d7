export {
  collectBatch,
  countTokens,
  defineTool,
  mcpTools,
  parse,
  parseOrThrow,
  runTools,
  stream,
  submitBatch,
  warm,
} from './calls.js';
export * from './client/names.js';
export { pickRetryable as retryable } from './client/retryable.js';
export { compile } from './compile.js';
export type {
  Compiled,
  CompileOptions,
  Decoded,
  Fate,
  JsonSchema,
  LedgerEntry,
  Mode,
  OutputFormat,
  Spend,
} from './compiled.js';
export {
  type Config,
  type ConfigOverride,
  defineConfig,
  type RuleLevels,
  type SchemaEntry,
  type SchemaSettings,
} from './config.js';
export type { Diagnostic } from './diagnostics/diagnostic.js';
export { SchemaError } from './diagnostics/schema-error.js';
export type { InputOf, OutputOf } from './infer.js';
export type { Encoding } from './ir/encoding.js';
export type { Estimate } from './plan/estimate.js';
export type { Issue, Repair, Step } from './read/source.js';
export { provideTypeBox } from './read/typebox/index.js';
export type { MemberPins, RequestPins, RequestPlan, ToolPins } from './request/plan.js';
export type { Margin, PlanOptions } from './request/request.js';
export type { MemberSpend, RequestSpend } from './request/spend.js';
export { type CompiledRequest, compileRequest, type RequestParts } from './request.js';
export type { Evidence, Rule, TargetProfile } from './targets/index.js';
export { claude } from './targets/index.js';
export type { RunnableTool, RunnableToolOptions, StrictTool, ToolOptions, ToolResult, ToolRunContext } from './tool.js';
