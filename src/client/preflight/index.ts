import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { RequestBody } from '../message.js';
import { callerCodeExecution } from './caller-code-execution.js';
import { chosenCaller } from './chosen-caller.js';
import { chosenTool } from './chosen-tool.js';
import { citations } from './citations.js';
import { deferred } from './deferred.js';
import { deferredCache } from './deferred-cache.js';
import { domains } from './domains.js';
import { duplicateTools } from './duplicate-tools.js';
import { forcedModel } from './forced-model.js';
import { forcedThinking } from './forced-thinking.js';
import { forcedWithoutTools } from './forced-without-tools.js';
import { formatKeys } from './format-keys.js';
import { legacyFormat } from './legacy-format.js';
import { manualThinking } from './manual-thinking.js';
import { maxTokens } from './max-tokens.js';
import { messages } from './messages.js';
import { model } from './model.js';
import { optionalLimit } from './optional-limit.js';
import { parallelProgrammatic } from './parallel-programmatic.js';
import { plainCopy } from './plain-copy.js';
import { prefill } from './prefill.js';
import { programmaticRecursion } from './programmatic-recursion.js';
import type { Asked, Rule } from './rule.js';
import { sampling } from './sampling.js';
import { stopSequences } from './stop-sequences.js';
import { stream } from './stream.js';
import { strictLimit } from './strict-limit.js';
import { strictProgrammatic } from './strict-programmatic.js';
import { strictToolsets } from './strict-toolsets.js';
import { toolInput } from './tool-input.js';
import { toolNames } from './tool-names.js';
import { unionLimit } from './union-limit.js';
import { webCodeExecution } from './web-code-execution.js';

export type { Asked, Rule } from './rule.js';

/**
 * Why a request can't work, in the order in which one would mend it: first what every request needs, then the model, since another
 * one changes what is allowed; then what does not go with a format, each tool by itself, tools beside each other, the choice among
 * them, and at last the budgets, which shrink as the rest is mended.
 */
export const rules: readonly Rule[] = Object.freeze([
  messages,
  maxTokens,
  stream,
  legacyFormat,
  formatKeys,
  model,
  manualThinking,
  sampling,
  citations,
  prefill,
  stopSequences,
  toolNames,
  toolInput,
  strictToolsets,
  strictProgrammatic,
  programmaticRecursion,
  domains,
  deferredCache,
  duplicateTools,
  deferred,
  callerCodeExecution,
  webCodeExecution,
  parallelProgrammatic,
  forcedWithoutTools,
  forcedModel,
  forcedThinking,
  chosenTool,
  chosenCaller,
  strictLimit,
  optionalLimit,
  unionLimit,
]);

/** Everything that keeps a request from working, as far as it can be known before it is sent. Never throws. */
export function preflight({ body, target }: Asked): readonly Diagnostic[] {
  const { value, found } = plainCopy(body);
  const unsendable = found.map((finding): Diagnostic => ({ code: 'not-json', severity: 'error', ...finding }));
  // Without its whole content the rest could only be guessed at.
  if (typeof value !== 'object' || value === null || found.some(({ path }) => path === '')) return unsendable;
  const asked: Asked = { body: value as RequestBody, target };
  return [...unsendable, ...rules.flatMap((rule) => [...rule.check(asked)])];
}
