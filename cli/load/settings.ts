import type { CompileOptions } from '../../src/compiled.js';
import type { SchemaSettings } from '../../src/config.js';
import { target, targets } from '../../src/targets/index.js';
import { listed } from '../arguments.js';
import { Failure } from '../failure.js';
import { didYouMean } from '../nearest.js';
import type { Globals } from '../options.js';

const KEYS = [
  'target',
  'mode',
  'openness',
  'recursion',
  'tighten',
  'maxDepth',
  'encode',
] as const satisfies readonly (keyof CompileOptions)[];

/** The options a schema is compiled with: the command line's first, then its entry's, then the configuration's. */
export function compileOptions(line: Globals, entry: SchemaSettings, config: SchemaSettings): CompileOptions {
  const merged: Record<string, unknown> = {};
  for (const key of KEYS) {
    const value = [line, entry, config]
      .map((settings) => (settings as Record<string, unknown>)[key])
      .find((candidate) => candidate !== undefined);
    if (value !== undefined) merged[key] = value;
  }
  const targeted = target(merged.target ?? 'claude');
  if (targeted.error) {
    const { code, message, help } = targeted.error;
    const named =
      typeof merged.target === 'string'
        ? didYouMean(merged.target, targets.keys(), `The targets are ${listed([...targets.keys()])}.`)
        : help;
    throw new Failure({ code, message, help: named });
  }
  return { ...merged, target: targeted.profile } as CompileOptions;
}
