import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** An address taken apart: what to load, and what of it. */
export interface Address {
  /** As the user wrote it. */
  readonly text: string;
  /** Before the `#`. */
  readonly target: string;
  /** After the `#`; undefined where there is none. */
  readonly fragment: string | undefined;
}

/** Takes an address apart. Of several `#`, the first one that leaves something that exists counts: file names may hold `#`. */
export function readAddress(written: string, cwd: string): Address {
  const text = unquoted(written);
  const plain = text.startsWith('file:') ? fromUrl(text) : text;
  if (existsSync(resolve(cwd, plain))) return { text, target: plain, fragment: undefined };
  const cuts = [...plain.matchAll(/#/g)].map((match) => match.index).filter((index) => index > 0);
  const cut = cuts.find((index) => existsSync(resolve(cwd, plain.slice(0, index)))) ?? cuts[0];
  if (cut === undefined) return { text, target: plain, fragment: undefined };
  return { text, target: plain.slice(0, cut), fragment: plain.slice(cut + 1) };
}

/** Windows' cmd.exe hands single quotes on as they are. */
function unquoted(text: string): string {
  return text.length > 1 && text.startsWith("'") && text.endsWith("'") ? text.slice(1, -1) : text;
}

function fromUrl(text: string): string {
  const cut = text.indexOf('#');
  const url = cut < 0 ? text : text.slice(0, cut);
  try {
    return fileURLToPath(url) + (cut < 0 ? '' : text.slice(cut));
  } catch {
    return text;
  }
}

export function isGlob(target: string): boolean {
  return /[*?{}[\]]|^!/.test(target);
}

/** A specifier that Node would look up in `node_modules`. */
export function isBare(target: string): boolean {
  return /^(?:@[\w.~-]+\/)?[a-z0-9~_][\w.~-]*(?:\/[^\\:]*)?$/i.test(target);
}
