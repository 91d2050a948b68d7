import { isRecord } from '../../ir/json.js';
import type { TargetProfile } from '../../targets/profile.js';
import { refused } from '../api-error.js';
import type { Model } from '../models.js';
import { schemaError } from '../schema/check.js';
import type { Fields } from './fields.js';
import { checkInputSchema } from './input-schema.js';
import { checkServerTool } from './server-tools.js';

export interface CustomTool extends Fields {
  readonly name: string;
  readonly input_schema: Fields;
  readonly strict?: boolean;
}

const OWN = new Set([
  'type',
  'name',
  'description',
  'input_schema',
  'strict',
  'input_examples',
  'allowed_callers',
  'defer_loading',
  'cache_control',
  'eager_input_streaming',
]);

export function isCustom(tool: unknown): tool is CustomTool {
  return isRecord(tool) && (tool['type'] == null || tool['type'] === 'custom');
}

/** Whether programs of the server may call a tool. */
export function isForPrograms(tool: Fields): boolean {
  const callers = tool['allowed_callers'];
  return Array.isArray(callers) && callers.some((caller) => String(caller).startsWith('code_execution'));
}

/** The tools of a request, each checked. Throws `ApiError`. */
export function toolsOf(body: Fields, model: Model, profile: TargetProfile): readonly Fields[] {
  const { tools } = body;
  if (tools == null) return [];
  if (!Array.isArray(tools)) throw refused('tools: Input should be a valid list');
  tools.forEach((tool: unknown, index) => {
    if (!isRecord(tool)) throw refused(`tools.${index}: Input should be a valid dictionary`);
    if (isCustom(tool)) checkCustomTool(tool, index, model, profile);
    else checkServerTool(tool, index);
    if (tool['defer_loading'] === true && tool['cache_control'] != null)
      throw refused(`tools.${index}: Tool '${tool['name']}' cannot have both defer_loading=true and cache_control set.`);
  });
  const names = tools.map((tool: Fields) => tool['name']).filter((name) => name !== undefined);
  if (new Set(names).size < names.length) throw refused('tools: Tool names must be unique.');
  if (tools.length > 0 && tools.every((tool: Fields) => tool['defer_loading'] === true))
    throw refused('At least one tool must have defer_loading=false. All tools cannot be deferred.');
  checkCodeExecution(tools as Fields[]);
  return tools as Fields[];
}

/** The members of a tool of the caller's own, but for its name and what its schema says. Throws `ApiError`. */
export function checkMembers(tool: Fields, index: number): void {
  const at = `tools.${index}.custom`;
  const extra = Object.keys(tool).find((name) => !OWN.has(name));
  if (extra !== undefined) throw refused(`${at}.${extra}: Extra inputs are not permitted`);
  if (tool['description'] !== undefined && typeof tool['description'] !== 'string')
    throw refused(`${at}.description: Input should be a valid string`);
  if (tool['strict'] != null && typeof tool['strict'] !== 'boolean')
    throw refused(`${at}.strict: Input should be a valid boolean`);
  if (tool['input_schema'] === undefined) throw refused(`${at}.input_schema: Field required`);
}

function checkCustomTool(tool: CustomTool, index: number, model: Model, profile: TargetProfile): void {
  const at = `tools.${index}.custom`;
  checkMembers(tool, index);
  if (typeof tool.name !== 'string') throw refused(`${at}.name: Field required`);
  if (!new RegExp(profile.toolName.value, 'u').test(tool.name))
    throw refused(`${at}.name: String should match pattern '${profile.toolName.value}'`);
  const isStrict = tool.strict === true;
  checkInputSchema(tool, at, profile, isStrict);
  if (!isStrict) return;
  // The wording is assumed.
  if (!model.structuredOutputs) throw refused(`${at}.strict: '${model.id}' does not support strict tools.`);
  if (isForPrograms(tool)) throw refused(`${at}: Tools with \`strict: true\` are not supported with programmatic calling`);
  const error = schemaError(tool.input_schema, 'tool', profile);
  if (error !== undefined) throw refused(`${at}: ${error}`);
}

/** Documented: web tools from 20260209 on share one container with code execution, which must be of 20260120 or later. */
function checkCodeExecution(tools: readonly Fields[]): void {
  const dated = (tool: Fields): number => Number(/_(\d{8})$/.exec(String(tool['type']))?.[1] ?? 0);
  const web = tools.find((tool) => /^web_(search|fetch)_/.test(String(tool['type'])) && dated(tool) >= 20260209);
  const old = tools.find((tool) => /^code_execution_/.test(String(tool['type'])) && dated(tool) < 20260120);
  if (web && old)
    throw refused(
      `tools: \`${old['type']}\` is not supported alongside \`${web['type']}\`. Use \`code_execution_20260120\` or later, or leave the code execution tool out.`,
    );
}
