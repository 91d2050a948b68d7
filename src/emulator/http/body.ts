import type { IncomingMessage } from 'node:http';
import { ApiError, refused } from '../api-error.js';

const DEEPEST = 1000;
/** How much of a body that is too large is still read, so that the client gets to hear why. */
const PATIENCE = 4;

/** All of a request's body, up to so many bytes. Throws `ApiError`. */
export async function bodyOf(request: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
    else chunks.length = 0;
    if (size > most * PATIENCE) break;
  }
  if (size > most) throw new ApiError(413, 'Request exceeds the maximum size', { headers: { connection: 'close' } });
  return Buffer.concat(chunks).toString('utf8');
}

/** The body as a JSON object. Throws `ApiError`. */
export function parsedBody(text: string, contentType: string | undefined): Readonly<Record<string, unknown>> {
  if (!/^application\/json\b/i.test(contentType ?? ''))
    throw refused(
      `The request's content-type must be application/json, but it is ${contentType ? `'${contentType}'` : 'not given'}.`,
    );
  if (depthOf(text) > DEEPEST) throw refused('The request body is nested too deeply.');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw refused(`The request body is not valid JSON: ${error instanceof Error ? error.message : ''}`);
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw refused('The request body must be a JSON object.');
  return body as Record<string, unknown>;
}

/** How deep brackets nest outside of strings. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === 92) at++;
      else if (code === 34) inText = false;
    } else if (code === 34) inText = true;
    else if (code === 123 || code === 91) deepest = Math.max(deepest, ++depth);
    else if (code === 125 || code === 93) depth--;
  }
  return deepest;
}
