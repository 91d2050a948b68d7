import { readFileSync } from 'node:fs';
import { Failure } from '../failure.js';

const WHY: Record<string, { message: string; help: string }> = {
  ENOENT: { message: 'does not exist', help: 'Check the spelling, and the folder that paths are relative to (--cwd).' },
  EISDIR: { message: 'is a folder', help: 'Name a file in it.' },
  EACCES: { message: 'may not be read: permission is denied', help: 'Give yourself the right to read it.' },
  EPERM: { message: 'may not be read: permission is denied', help: 'Give yourself the right to read it.' },
};

/** The text of a file, without byte order mark. Throws a `Failure` for what is no text. */
export function readText(file: string, shown: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const why = WHY[code] ?? { message: `cannot be read: ${message}`, help: 'Check the file.' };
    throw new Failure({ code: 'unreadable-file', message: `${shown} ${why.message}.`, help: why.help, file, cause: error });
  }
  return decodeText(bytes, shown, file);
}

export function decodeText(bytes: Uint8Array, shown: string, file?: string): string {
  const binary = (message: string, help: string) =>
    new Failure({ code: 'not-text', message: `${shown} ${message}.`, help, file });
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw binary('is UTF-16, which is not read', 'Save it as UTF-8.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw binary('is not UTF-8 text but looks like a binary file', 'Name a JSON, TypeScript or JavaScript file, saved as UTF-8.');
  }
  if (text.includes('\0')) throw binary('holds NUL bytes, so it is a binary file', 'Name a JSON, TypeScript or JavaScript file.');
  return text;
}
