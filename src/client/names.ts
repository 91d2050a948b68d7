export { AnswerError } from '../answer/answer-error.js';
export { EncodeError } from '../answer/encode-error.js';
export type { DeepPartial } from '../answer/partial/deep-partial.js';
export type { BatchItem } from './batch-items.js';
export type { BatchState } from './batch-state.js';
export type { SubmitSettings, SubmittedBatch } from './batches.js';
export type { MessagesClient } from './client.js';
export type { BatchResult, CollectSettings, Unanswered } from './collect-batch.js';
export {
  type Approval,
  type Approve,
  type DefinedTool,
  DeniedError,
  type RunnableDefinedTool,
  type ToolDefinition,
} from './define-tool.js';
export { type Execution, executions } from './executions.js';
export type { Lifter } from './lifter.js';
export type { McpClient, McpSettings } from './mcp-tools.js';
export type {
  Attempt,
  Call,
  Empty,
  Ended,
  Invalid,
  Ok,
  Outcome,
  Paused,
  Refused,
  ToolUse,
  Truncated,
} from './outcome.js';
export type { AnswerStream, LiftedOf, ToolUpdate, ValueOf, ValueUpdate } from './params.js';
export { OutcomeError } from './parse.js';
export type { Settings } from './prepare.js';
export type { Completeness } from './progress.js';
export { RejectedSchemaError } from './rejected-schema-error.js';
export type { RepairOptions } from './repair.js';
export { RequestError } from './request-error.js';
export { type Ran, ToolTimeoutError } from './run-call.js';
export type { RunEnd, RunSettings } from './run-tools.js';
export { type SavedFile, saveFiles } from './save-files.js';
export { type Screen, screened, secretsAndPersonalData } from './screened.js';
export { StalledError } from './stall.js';
export type { StreamSettings } from './stream.js';
export type { Usage } from './usage.js';
export type { Warmed } from './warm.js';
