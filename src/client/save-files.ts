import { executions } from './executions.js';
import { writeNew } from './node-files.js';

/** `files` of the SDK's clients, beta or not. */
interface FilesResource {
  retrieveMetadata(id: string): PromiseLike<{ readonly filename?: string }>;
  download(id: string): PromiseLike<{ arrayBuffer(): Promise<ArrayBuffer> }>;
}

export interface SavedFile {
  readonly id: string;
  /** The name that the code gave it. */
  readonly name: string;
  /** Where it lies now. */
  readonly path: string;
}

/**
 * Saves the files that code execution produced into one folder. Names are what is left of theirs without folders and special characters;
 * nothing is overwritten: `plot.png` becomes `plot-2.png`. Rejects with what the SDK throws, and with Node's errors of the file system.
 */
export async function saveFiles(
  client: unknown,
  message: { readonly content: readonly object[] },
  settings: { readonly folder: string },
): Promise<SavedFile[]> {
  const folder: unknown = (settings as typeof settings | null | undefined)?.folder;
  if (typeof folder !== 'string' || folder === '')
    throw new TypeError(
      'There is no `folder` to save the files in. Pass `{ folder }`, the path of one; it is made where it is missing.',
    );
  const files = filesOf(client);
  const saved: SavedFile[] = [];
  for (const id of new Set(executions(message).flatMap((run) => (run.error === undefined ? run.files : [])))) {
    const { filename: name = id } = await files.retrieveMetadata(id);
    const bytes = new Uint8Array(await (await files.download(id)).arrayBuffer());
    saved.push({ id, name, path: await writeNew(folder, safeName(name), bytes) });
  }
  return saved;
}

function filesOf(client: unknown): FilesResource {
  const { beta, files } = (client ?? {}) as { beta?: { files?: FilesResource }; files?: FilesResource };
  const found = [beta?.files, files].find((candidate) => typeof candidate?.download === 'function');
  if (found) return found;
  throw new TypeError('This client has no `beta.files`: files are of the Claude API itself.');
}

const LONGEST = 120;
/** Names that Windows keeps for itself. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A name that is no path, on no system, and shows what it was. */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? '';
  // Of what is left, dots and blanks at the ends mean something to some systems.
  const plain = last.replace(/[^\p{L}\p{N}._ -]+/gu, '_').replace(/^[. ]+|[. ]+$/g, '');
  if (plain === '') return 'file';
  const whole = RESERVED.test(plain) ? `_${plain}` : plain;
  if (whole.length <= LONGEST) return whole;
  const dot = whole.lastIndexOf('.');
  const ending = dot > 0 && whole.length - dot <= 12 ? whole.slice(dot) : '';
  return whole.slice(0, LONGEST - ending.length) + ending;
}
