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
