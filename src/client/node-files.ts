import type { BatchState } from './batch-state.js';

// The one place that reaches for the file system, when a path is given; so it loads wherever there is none.

/** A state in a file. */
export function fileState(path: string): BatchState {
  return {
    async read() {
      const { readFile } = await import('node:fs/promises');
      try {
        return await readFile(path, 'utf8');
      } catch (error) {
        if ((error as { code?: unknown }).code === 'ENOENT') return '';
        throw error;
      }
    },
    async append(text) {
      const { appendFile } = await import('node:fs/promises');
      await appendFile(path, text);
    },
    async cut(length) {
      const { truncate } = await import('node:fs/promises');
      await truncate(path, length);
    },
  };
}

/** Writes a file that was not there before, under the first free name; gives its path. */
export async function writeNew(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const { mkdir, writeFile } = await import('node:fs/promises');
  const { join, parse } = await import('node:path');
  await mkdir(folder, { recursive: true });
  const { name: stem, ext } = parse(name);
  for (let count = 1; ; count++) {
    const path = join(folder, count === 1 ? name : `${stem}-${count}${ext}`);
    try {
      await writeFile(path, bytes, { flag: 'wx' });
      return path;
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
    }
  }
}
