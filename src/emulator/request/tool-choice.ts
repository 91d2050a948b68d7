import { isRecord } from '../../ir/json.js';
import { refused } from '../api-error.js';
import type { Model } from '../models.js';
import type { Fields } from './fields.js';
import { isForPrograms } from './tools.js';

export interface ToolChoice {
  readonly type: 'auto' | 'any' | 'tool' | 'none';
  readonly name?: string;
}

/** What the request says about calling tools. Throws `ApiError`. */
export function toolChoiceOf(body: Fields, tools: readonly Fields[], model: Model): ToolChoice {
  const choice = body['tool_choice'];
  if (choice == null) return { type: 'auto' };
  if (!isRecord(choice)) throw refused('tool_choice: Input should be a valid dictionary');
  const { type, name } = choice;
  if (type !== 'auto' && type !== 'any' && type !== 'tool' && type !== 'none')
    throw refused("tool_choice: Input should be 'auto', 'any', 'tool' or 'none'");
  if (tools.length === 0 && type !== 'none')
    throw refused('tool_choice: tool_choice may only be specified while providing tools');
  if (choice['disable_parallel_tool_use'] === true && tools.some(isForPrograms))
    throw refused('tool_choice: `disable_parallel_tool_use: true` is not supported with programmatic calling');
  if (type === 'auto' || type === 'none') return { type };
  checkForced(body, model);
  if (type === 'any') return { type };
  if (typeof name !== 'string') throw refused('tool_choice.tool.name: Field required');
  const tool = tools.find((each) => each['name'] === name);
  if (!tool) throw refused(`tool_choice: Tool '${name}' not found in provided tools`);
  if (isForPrograms(tool) && !(tool['allowed_callers'] as unknown[]).includes('direct'))
    throw refused(`tool_choice: Tool '${name}' cannot be called directly: its allowed_callers do not hold 'direct'`);
  return { type, name };
}

function checkForced(body: Fields, { id, forcedToolChoice }: Model): void {
  if (!forcedToolChoice)
    throw refused(
      /fable|mythos/.test(id)
        ? 'tool_choice forces tool use is not compatible with this model.'
        : 'tool_choice: `type "tool" and "any" are not supported for this model`',
    );
  if (isRecord(body['thinking']) && body['thinking']['type'] === 'enabled')
    throw refused('Thinking may not be enabled when tool_choice forces tool use.');
}
