import { ApiError } from '../../emulator/api-error.js';
import { pointer } from '../../ir/pointer.js';

/** What the API would say against a request, as far as its words are known. */
export interface Words {
  /** The place that they begin with, as a JSON Pointer into the request. */
  readonly path: string;
  readonly words: string;
}

/** What a check of the emulator's refuses; undefined where it takes the request. */
export function wordsAgainst(body: object, check: () => unknown): Words | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const [, place, words] = /^(\w[\w.-]*): (.*)$/s.exec(error.message) ?? [];
    return { path: place === undefined ? '' : pathOf(place, body), words: sentence(words ?? error.message) };
  }
}

/** `messages.0.content` as a pointer. What names no member (`custom`, the type of a block) is passed over. */
function pathOf(place: string, body: object): string {
  let path = '';
  let node: unknown = body;
  for (const step of place.split('.')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) continue;
    node = (node as Record<string, unknown>)[step];
    path = pointer(path, step);
  }
  return path;
}

export function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
