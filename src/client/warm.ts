import { paramsOf } from './check-settings.js';
import { resourceOf } from './client.js';
import { inspect } from './inspect.js';
import type { LifterFor } from './lifter-for.js';
import { forOneToken } from './one-token.js';
import { concluded } from './parse.js';
import { type GivenParams, prepare } from './prepare.js';
import type { Usage } from './usage.js';

/** What warming up took. */
export interface Warmed {
  /** Milliseconds until the answer came: of the first call the compilation of the grammar, later ones find it cached. */
  readonly ms: number;
  readonly usage: Usage;
  readonly requestId: string | undefined;
}

/**
 * Has the API compile the grammar ahead of the first user: sends the request with one short message and `max_tokens: 1`. The grammar is
 * cached for 24 hours after its last use (documented: build-with-claude/structured-outputs). Rejects as `parse` does.
 */
export async function warmUp(client: unknown, params: GivenParams, lifterFor: LifterFor): Promise<Warmed> {
  const resource = resourceOf(client);
  const { repair: _, truncation: __, continuations: ___, ...given } = paramsOf(params);
  const request = prepare(forOneToken({ messages: [{ role: 'user', content: 'Hi' }], ...given }), lifterFor);
  await inspect(client, request);
  const { outcome } = await concluded(resource, { ...request, settings: { ...request.settings, continuations: 0 } });
  const ms = outcome.attempts.reduce((sum, attempt) => sum + attempt.ms, 0);
  return { ms, usage: outcome.usage, requestId: outcome.requestId };
}
