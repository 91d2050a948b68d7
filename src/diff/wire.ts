import type { Compiled } from '../compiled.js';
import type { WireDifference } from './difference.js';

/**
 * What a change costs on the way to the model. By the API's rule titles and descriptions do not count for the grammar, of which
 * the fingerprint is made; whatever is sent counts for cached prompts.
 */
export function wireDifference(before: Compiled, after: Compiled): WireDifference {
  return {
    grammar: before.fingerprint !== after.fingerprint,
    prompt: JSON.stringify(before.wire) !== JSON.stringify(after.wire),
  };
}
