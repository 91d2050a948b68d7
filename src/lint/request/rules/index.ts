import type { RequestRule } from '../rule.js';
import { allToolsDeferred } from './all-tools-deferred.js';
import { allowedCallers } from './allowed-callers.js';
import { callerWithoutCodeExecution } from './caller-without-code-execution.js';
import { citationsWithFormat } from './citations-with-format.js';
import { conversation } from './conversation.js';
import { deferredWithCacheControl } from './deferred-with-cache-control.js';
import { domains } from './domains.js';
import { duplicateToolName } from './duplicate-tool-name.js';
import { forcedToolModel } from './forced-tool-model.js';
import { forcedToolThinking } from './forced-tool-thinking.js';
import { forcedToolWithoutTools } from './forced-tool-without-tools.js';
import { legacyOutputFormat } from './legacy-output-format.js';
import { manualThinking } from './manual-thinking.js';
import { maxTokens } from './max-tokens.js';
import { mcpServer } from './mcp-server.js';
import { messages } from './messages.js';
import { modelWithoutStructuredOutputs } from './model-without-structured-outputs.js';
import { notJson } from './not-json.js';
import { outputFormat } from './output-format.js';
import { parallelProgrammatic } from './parallel-programmatic.js';
import { prefill } from './prefill.js';
import { programmaticRecursion } from './programmatic-recursion.js';
import { requestBudget } from './request-budget.js';
import { requestMembers } from './request-members.js';
import { requestPlan } from './request-plan.js';
import { sampling } from './sampling.js';
import { serverTool } from './server-tool.js';
import { similarTools } from './similar-tools.js';
import { stopSequencesWithFormat } from './stop-sequences-with-format.js';
import { stream } from './stream.js';
import { strictProgrammatic } from './strict-programmatic.js';
import { strictToolset } from './strict-toolset.js';
import { thinkingModel } from './thinking-model.js';
import { tooManyDeferred } from './too-many-deferred.js';
import { tooManyOptionals } from './too-many-optionals.js';
import { tooManyStrictTools } from './too-many-strict-tools.js';
import { tooManyTools } from './too-many-tools.js';
import { tooManyUnions } from './too-many-unions.js';
import { toolChoiceCaller } from './tool-choice-caller.js';
import { toolDescription } from './tool-description.js';
import { toolExample } from './tool-example.js';
import { toolInput } from './tool-input.js';
import { toolMembers } from './tool-members.js';
import { toolName } from './tool-name.js';
import { toolReference } from './tool-reference.js';
import { toolResults } from './tool-results.js';
import { toolSchema } from './tool-schema.js';
import { unknownToolChoice } from './unknown-tool-choice.js';
import { unloweredSchema } from './unlowered-schema.js';
import { webWithOldCodeExecution } from './web-with-old-code-execution.js';

/**
 * In the order in which one would mend: what every request needs, its format, what its model takes, each tool by itself, tools beside each
 * other, the choice among them, the budgets, and at last what works but not well.
 */
export const requestRules: readonly RequestRule[] = Object.freeze([
  notJson,
  requestMembers,
  messages,
  maxTokens,
  stream,
  conversation,
  toolResults,
  toolReference,
  legacyOutputFormat,
  outputFormat,
  unloweredSchema,
  modelWithoutStructuredOutputs,
  manualThinking,
  thinkingModel,
  sampling,
  citationsWithFormat,
  prefill,
  stopSequencesWithFormat,
  toolName,
  toolMembers,
  serverTool,
  toolInput,
  toolSchema,
  toolExample,
  allowedCallers,
  strictToolset,
  strictProgrammatic,
  programmaticRecursion,
  domains,
  deferredWithCacheControl,
  duplicateToolName,
  mcpServer,
  allToolsDeferred,
  tooManyDeferred,
  callerWithoutCodeExecution,
  webWithOldCodeExecution,
  parallelProgrammatic,
  forcedToolWithoutTools,
  forcedToolModel,
  forcedToolThinking,
  unknownToolChoice,
  toolChoiceCaller,
  tooManyStrictTools,
  tooManyOptionals,
  tooManyUnions,
  requestPlan,
  requestBudget,
  tooManyTools,
  toolDescription,
  similarTools,
]);
