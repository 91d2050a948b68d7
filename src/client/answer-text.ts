import type { Decoded } from '../compiled.js';
import type { Repair } from '../read/source.js';
import type { Block } from './message.js';

/** All text of a message, as it was written. */
export function allText(content: readonly Block[]): string {
  return texts(content).join('');
}

/**
 * Where in a message the JSON of the answer may be, the likeliest first: after thinking, prose and the server's tools, and perhaps split over
 * several blocks. Empty when there is no text.
 */
export function answerTexts(content: readonly Block[]): readonly string[] {
  let last = content.length - 1;
  while (last >= 0 && !content[last]?.type.includes('tool')) last--;
  const trailing = texts(content.slice(last + 1));
  const all = trailing.some((text) => text.trim() !== '') ? trailing : texts(content);
  if (all.every((text) => text.trim() === '')) return [];
  const found: string[] = [];
  for (let from = 0; from < all.length; from++) if (opensJson(all[from] as string)) found.push(all.slice(from).join(''));
  return found.length > 0 ? found : [all.join('')];
}

function texts(content: readonly Block[]): string[] {
  return content.filter((block) => block.type === 'text').map((block) => block.text ?? '');
}

/** Whether a text looks like the start of a list or an object. */
export function opensJson(text: string): boolean {
  return /^[ \t\n\r]*[{[]/.test(text);
}

/** Most places in prose that are tried as the start of the JSON. */
const MOST_STARTS = 20;

/** Reads the first of the texts that is JSON; if none is, JSON in a code fence or after prose, which is reported as a repair. */
export async function readAnswer(
  candidates: readonly string[],
  read: (text: string) => Promise<Decoded<unknown>>,
): Promise<{ readonly text: string; readonly decoded: Decoded<unknown> }> {
  const text = candidates.find(isJson) ?? (candidates[0] as string);
  const decoded = await read(text);
  if (!decoded.issues || isJson(text)) return { text, decoded };
  const inner = embedded(text);
  if (inner === undefined) return { text, decoded };
  const again = await read(inner);
  if (again.issues) return { text, decoded: again };
  const left: Repair = { path: [], message: 'What stood around the JSON was left out.', from: text, to: inner };
  return { text, decoded: { value: again.value, repairs: [left, ...again.repairs] } };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** JSON in a code fence, or after prose up to the end; undefined where there is none. */
function embedded(text: string): string | undefined {
  const fenced = /^[^`]*```(?:json)?[ \t]*\r?\n([\s\S]*?)\r?\n```\s*$/.exec(text)?.[1];
  if (fenced !== undefined) return isJson(fenced) ? fenced : undefined;
  let starts = 0;
  for (const { index } of text.matchAll(/[{[]/g)) {
    if (starts++ >= MOST_STARTS) return undefined;
    const rest = text.slice(index);
    if (isJson(rest)) return rest;
  }
  return undefined;
}
