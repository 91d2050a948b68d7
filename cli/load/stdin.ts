import { Failure } from '../failure.js';
import type { Io } from '../io.js';
import { decodeText } from './text.js';

/** All of standard input as text. */
export async function readStdin(io: Io): Promise<string> {
  if (io.stdin.isTTY) io.stderr.write('Waiting for a JSON Schema on standard input; Ctrl-D ends it.\n');
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of io.stdin) chunks.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
  } catch (error) {
    throw new Failure({
      code: 'unreadable-file',
      message: `Standard input cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      help: 'Name a file instead of "-".',
      cause: error,
    });
  }
  return decodeText(Buffer.concat(chunks), 'standard input');
}
