import { resourceOf } from './client.js';
import { explained } from './explain-error.js';
import { inspect } from './inspect.js';
import type { LifterFor } from './lifter-for.js';
import { type GivenParams, optionsOf, prepare } from './prepare.js';

/** What the counting endpoint takes (SDK 1.12: `MessageCountTokensParams`). */
const COUNTED = new Set([
  ...['messages', 'model', 'system', 'tools', 'tool_choice', 'thinking', 'output_config', 'cache_control'],
  ...['mcp_servers', 'context_management', 'speed', 'betas'],
]);

/**
 * Counts the tokens of a request as it would be sent, schema, hints and tools included, without sending it. Nothing is compiled by the API
 * for it (documented: build-with-claude/structured-outputs). Rejects as `parse` does.
 */
export async function count(
  client: unknown,
  params: GivenParams,
  lifterFor: LifterFor,
): Promise<{ readonly input_tokens: number }> {
  const resource = resourceOf(client);
  if (!resource.countTokens) throw new TypeError('This client has no `messages.countTokens`.');
  const request = prepare(params, lifterFor);
  // How long the answer may get bears on nothing here.
  await inspect(client, { ...request, body: { max_tokens: 1, ...request.body } });
  const body = Object.fromEntries(Object.entries(request.body).filter(([name]) => COUNTED.has(name)));
  try {
    return await resource.countTokens(body, optionsOf(request));
  } catch (error) {
    throw await explained(error, request);
  }
}
