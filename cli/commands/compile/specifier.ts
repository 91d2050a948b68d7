import { relative, sep } from 'node:path';
import type { LoadedSchema } from '../../load/load-target.js';
import type { Emission } from './artifacts.js';

/** TypeScript resolves an import of the file that it would compile a module to. */
const COMPILED: Record<string, string> = { ts: 'js', tsx: 'js', jsx: 'js', mts: 'mjs', cts: 'cjs' };

/** How a generated module imports the module of its schema: a package's by its name, a file by the way there. */
export function importSpecifier(
  { from, package: bare }: NonNullable<LoadedSchema['module']>,
  { out, importExtension }: Emission,
): string {
  if (bare) return from;
  const path = relative(out, from).split(sep).join('/');
  const specifier = path.startsWith('.') ? path : `./${path}`;
  if (importExtension === 'ts') return specifier;
  return specifier.replace(/\.([^./]+)$/, (written: string, extension: string) => {
    if (importExtension === 'none') return '';
    const compiled = COMPILED[extension];
    return compiled === undefined ? written : `.${compiled}`;
  });
}
