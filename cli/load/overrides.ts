import { resolve } from 'node:path';
import { glob } from 'tinyglobby';
import type { ConfigOverride } from '../../src/config.js';
import type { LoadedConfig } from './config.js';
import { problem } from './config-check.js';
import { ignored, portable } from './expand.js';
import { compileOptions } from './settings.js';

/** Which overrides of the configuration hold for a file, in their order. Rejects with a `Failure` for a pattern that no file matches. */
export async function overridesFor(
  loaded: LoadedConfig | undefined,
): Promise<(file: string | undefined) => readonly ConfigOverride[]> {
  const entries: { readonly override: ConfigOverride; readonly files: ReadonlySet<string> }[] = [];
  for (const [index, override] of (loaded?.config.overrides ?? []).entries()) {
    if (override.target !== undefined) compileOptions({}, override);
    entries.push({ override, files: await filesOf(override, `/overrides/${index}/files`, loaded as LoadedConfig) });
  }
  return (file) => entries.flatMap(({ override, files }) => (file !== undefined && files.has(file) ? [override] : []));
}

async function filesOf({ files }: ConfigOverride, path: string, loaded: LoadedConfig): Promise<ReadonlySet<string>> {
  const patterns = files.map(portable);
  const excluded = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const found = new Set<string>();
  for (const [index, pattern] of patterns.entries()) {
    if (pattern.startsWith('!')) continue;
    const matches = await glob(pattern, { cwd: loaded.folder, absolute: true, ignore: [...ignored(pattern), ...excluded] });
    if (matches.length === 0)
      throw loaded.failure(
        problem(
          `${path}/${index}`,
          `no file matches "${pattern}" in ${loaded.folder}`,
          'Check the pattern, which is relative to the configuration; leave it out where the files are gone.',
        ),
      );
    for (const match of matches) found.add(resolve(match));
  }
  return found;
}
