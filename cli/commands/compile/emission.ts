import { resolve } from 'node:path';
import type { Config } from '../../../src/config.js';
import type { LoadedConfig } from '../../load/config.js';
import type { Emission } from './artifacts.js';

interface Asked extends Pick<Config, 'emit'> {
  readonly out?: string;
  readonly 'import-extension'?: Config['importExtension'];
}

/** Where artifacts go and in which form, by the command line and then the configuration; undefined where neither names a folder. */
export function emissionOf(options: Asked, config: LoadedConfig | undefined, cwd: string): Emission | undefined {
  const out = outOf(options, config, cwd);
  return out === undefined ? undefined : { out, ...formOf(options, config) };
}

export function formOf(options: Asked, config: LoadedConfig | undefined): Omit<Emission, 'out'> {
  return {
    emit: options.emit ?? config?.config.emit ?? 'ts',
    importExtension: options['import-extension'] ?? config?.config.importExtension ?? 'js',
  };
}

function outOf({ out }: Asked, config: LoadedConfig | undefined, cwd: string): string | undefined {
  if (out !== undefined) return resolve(cwd, out);
  return config?.config.out === undefined ? undefined : resolve(config.folder, config.config.out);
}
