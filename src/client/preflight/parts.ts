import { isRecord } from '../../ir/json.js';
import type { RequestBody } from '../message.js';

type Part = Readonly<Record<string, unknown>>;

/** A tool of the request with its place in `tools`. */
export interface PlacedTool {
  readonly tool: Part;
  readonly path: string;
}

export function toolsOf({ tools }: RequestBody): readonly PlacedTool[] {
  return records(tools, '/tools').map(([tool, path]) => ({ tool, path }));
}

/** `output_config.format`, or the older `output_format`, where there is one. */
export function formatOf(body: RequestBody): Part | undefined {
  const config = body['output_config'];
  const format = (isRecord(config) ? config['format'] : undefined) ?? body['output_format'];
  return isRecord(format) ? format : undefined;
}

export function toolChoiceOf(body: RequestBody): Part {
  const choice = body['tool_choice'];
  return isRecord(choice) ? choice : {};
}

/** Whether the model is made to call a tool. */
export function isForced({ type }: Part): boolean {
  return type === 'any' || type === 'tool';
}

/** Whether the tool is one of the caller's own. */
export function isCustom({ type }: Part): boolean {
  return type === undefined || type === null || type === 'custom';
}

/** Whether the tool is a set of tools whose names the request does not hold. */
export function isToolset({ type }: Part): boolean {
  return typeof type === 'string' && /^(mcp|computer|browser)_toolset/.test(type);
}

/** The date of a tool type such as `web_search_20260209` when it is of one of the kinds. */
export function versionOf({ type }: Part, ...kinds: readonly string[]): number | undefined {
  const [, kind, date] = (typeof type === 'string' && /^(\w+)_(\d{8})$/.exec(type)) || [];
  return kind !== undefined && kinds.includes(kind) ? Number(date) : undefined;
}

/** Whether code that runs in the container may call the tool. */
export function isProgrammatic({ allowed_callers: callers }: Part): boolean {
  return Array.isArray(callers) && callers.some((caller) => typeof caller === 'string' && caller.startsWith('code_execution'));
}

/** What a tool is called in messages. */
export function titleOf({ name, type, mcp_server_name: server }: Part): string {
  for (const title of [name, server, type]) if (typeof title === 'string') return JSON.stringify(title.slice(0, 80));
  return 'without a name';
}

/** The items of a list that are objects, with their paths. */
export function records(list: unknown, path: string): readonly (readonly [Part, string])[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index) => (isRecord(item) ? [[item, `${path}/${index}`] as const] : []));
}
