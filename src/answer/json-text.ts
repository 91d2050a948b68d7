import type { Json } from '../ir/json.js';
import type { Issue } from '../read/source.js';
import { isFaithful } from './json-faithful.js';
import { scanJson } from './json-scan.js';

export type ReadJson =
  | { readonly value: Json; readonly issues?: undefined }
  | { readonly issues: readonly Issue[]; readonly value?: undefined };

/**
 * Reads JSON strictly (RFC 8259): whatever `JSON.parse` would lose or overwrite in silence is an issue.
 * Never throws. Ordinary text costs one `JSON.parse` and a proof that nothing was lost; only a text for which the proof fails is scanned.
 */
export function readJson(text: string, options: { readonly maxDepth: number }): ReadJson {
  if (typeof text !== 'string')
    return {
      issues: [
        {
          path: [],
          code: 'json-syntax',
          message: `Expected JSON text, but found ${text === null ? 'null' : `a value of type ${typeof text}`}.`,
        },
      ],
    };
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    const issues = scanJson(text, options.maxDepth);
    return { issues: issues.length > 0 ? issues : [unread(error)] };
  }
  if (isFaithful(text, value, options.maxDepth)) return { value };
  const issues = scanJson(text, options.maxDepth);
  return issues.length > 0 ? { issues } : { value };
}

function unread(error: unknown): Issue {
  return error instanceof RangeError
    ? { path: [], code: 'too-deep', message: 'The JSON text is nested too deeply or too large to be read.' }
    : { path: [], code: 'json-syntax', message: 'The text is not JSON.' };
}
