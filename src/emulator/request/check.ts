import type { TargetProfile } from '../../targets/profile.js';
import { ApiError, refused } from '../api-error.js';
import { type Model, modelNamed } from '../models.js';
import { budgetError } from '../schema/budget.js';
import { checkCalls, checkPrefill } from './conversation.js';
import { checkFields, type Fields } from './fields.js';
import { type Turn, turnsOf } from './messages.js';
import { outputSchema } from './output.js';
import { checkThinking } from './thinking.js';
import { type ToolChoice, toolChoiceOf } from './tool-choice.js';
import { isCustom, toolsOf } from './tools.js';

/** A request that the API would take. */
export interface Checked {
  readonly body: Fields;
  readonly model: Model;
  readonly turns: readonly Turn[];
  readonly tools: readonly Fields[];
  readonly choice: ToolChoice;
  readonly thinks: boolean;
  /** The schema of the output format. */
  readonly output: Fields | undefined;
}

export interface Rules {
  readonly profile: TargetProfile;
  readonly models: ReadonlyMap<string, Model>;
  readonly betas: readonly string[];
  /** Whether tokens are only to be counted: no `max_tokens`, no grammar (documented: "without compilation"). */
  readonly counting?: boolean;
  readonly pauses: {
    /** Whether a conversation ends with a turn that paused. */
    continues(turns: readonly Turn[]): boolean;
  };
}

/** Checks a body as the API does, in one pass from the outside in. Throws `ApiError` for the first thing it refuses. */
export function checkRequest(body: Fields, { profile, models, betas, counting = false, pauses }: Rules): Checked {
  checkFields(body, counting);
  const model = modelNamed(models, body['model'] as string);
  if (!model) throw new ApiError(404, `model: ${body['model']}`);
  if (!counting && (body['max_tokens'] as number) > model.maxTokens)
    throw refused(
      `max_tokens: ${body['max_tokens']} > ${model.maxTokens}, which is the maximum allowed number of output tokens for ${model.id}`,
    );
  const turns = turnsOf(body['messages'] as readonly unknown[]);
  const thinks = checkThinking(body, model);
  const tools = toolsOf(body, model, profile);
  const choice = toolChoiceOf(body, tools, model);
  const output = outputSchema(body, model, profile, betas);
  if (!pauses.continues(turns)) checkPrefill(turns, model, output !== undefined);
  checkCalls(turns, body);
  const strict = tools.filter(isCustom).filter((tool) => tool.strict === true);
  const budget = budgetError(
    [
      ...(output ? [{ schema: output, mode: 'output' as const }] : []),
      ...strict.map((tool) => ({ schema: tool.input_schema, mode: 'tool' as const })),
    ],
    profile,
  );
  if (budget !== undefined && !counting) throw refused(budget);
  return { body, model, turns, tools, choice, thinks, output };
}
