import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface Verdict {
  readonly violations: readonly { readonly path: string; readonly what: string }[];
  readonly optional: number;
  readonly union: number;
}
export type Fits = (schema: unknown, kind: 'output' | 'tool') => Verdict;

const file = fileURLToPath(new URL('../../../shared/judge/fits.mjs', import.meta.url));

/** The outside reading of what the API takes, where it is present. */
export const fits: Fits | undefined = existsSync(file)
  ? ((await import(pathToFileURL(file).href)) as { fits: Fits }).fits
  : undefined;
