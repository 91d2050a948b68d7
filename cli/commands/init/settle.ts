import { existsSync } from 'node:fs';
import { writeFileAtomic } from '../../write.js';

export interface Planned {
  /** Absolute path. */
  readonly file: string;
  readonly text: string;
  readonly purpose: string;
  /** A file that stands for it already, under another name. */
  readonly instead?: string | undefined;
}

export interface Settled {
  /** Absolute path. */
  readonly file: string;
  readonly status: 'written' | 'planned' | 'kept';
  readonly text: string;
}

/** Writes a file unless it exists. What exists under another name stays even with `force`: there would be two of it. */
export function settle({ file, text, purpose, instead }: Planned, { force, dry }: { force: boolean; dry: boolean }): Settled {
  if (instead !== undefined) return { file: instead, status: 'kept', text };
  if (existsSync(file) && !force) return { file, status: 'kept', text };
  if (!dry) writeFileAtomic(file, text, purpose);
  return { file, status: dry ? 'planned' : 'written', text };
}
