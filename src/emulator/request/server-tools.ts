import { refused } from '../api-error.js';
import type { Fields } from './fields.js';

/** Tools that the API defines, by type without its date, with the name each must have; toolsets have none. */
const NAMES: ReadonlyMap<string, string | undefined> = new Map([
  ['web_search', 'web_search'],
  ['web_fetch', 'web_fetch'],
  ['code_execution', 'code_execution'],
  ['tool_search_tool_regex', 'tool_search_tool_regex'],
  ['tool_search_tool_bm25', 'tool_search_tool_bm25'],
  ['memory', 'memory'],
  ['bash', 'bash'],
  ['text_editor', undefined],
  ['computer', 'computer'],
  ['advisor', 'advisor'],
  ['computer_toolset', undefined],
  ['browser_toolset', undefined],
  ['mcp_toolset', undefined],
]);
/** The name of the text editor changed with its version. */
const EDITORS = ['str_replace_based_edit_tool', 'str_replace_editor'];
const TOOLSETS = ['computer_toolset', 'browser_toolset', 'mcp_toolset'];

/** A tool that the API defines. Throws `ApiError`. */
export function checkServerTool(tool: Fields, index: number): void {
  const type = String(tool['type']);
  const kind = type.replace(/_\d{8}$/, '');
  const at = `tools.${index}.${type.slice(0, 60)}`;
  if (!NAMES.has(kind))
    throw refused(`tools.${index}: Input tag '${type.slice(0, 60)}' found using 'type' does not match any of the expected tags`);
  const name = NAMES.get(kind);
  if (name !== undefined && tool['name'] !== name) throw refused(`${at}.name: Input should be '${name}'`);
  if (kind === 'text_editor' && !EDITORS.includes(String(tool['name'])))
    throw refused(`${at}.name: Input should be '${EDITORS.join("' or '")}'`);
  // Documented: strict is for single tools (docs strict-tool-use).
  if (TOOLSETS.includes(kind)) {
    for (const member of kind === 'mcp_toolset' ? ['strict'] : ['strict', 'name'])
      if (tool[member] !== undefined) throw refused(`${at}.${member}: Extra inputs are not permitted`);
  }
  if (tool['input_schema'] !== undefined) throw refused(`${at}.input_schema: Extra inputs are not permitted`);
  // Documented: not on tools of the server or toolsets; the SDK types them on tools that the client runs.
  if (tool['input_examples'] !== undefined && !['memory', 'bash', 'text_editor', 'computer'].includes(kind))
    throw refused(`${at}.input_examples: Extra inputs are not permitted`);
  if (tool['eager_input_streaming'] != null) throw refused(`${at}.eager_input_streaming: Extra inputs are not permitted`);
  if (tool['allowed_domains'] != null && tool['blocked_domains'] != null)
    throw refused(`${at}: only one of allowed_domains and blocked_domains may be specified`);
}
