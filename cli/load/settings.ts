import type { CompileOptions } from '../../src/compiled.js';
import type { SchemaSettings } from '../../src/config.js';
import { target, targets } from '../../src/targets/index.js';
import type { TargetProfile } from '../../src/targets/profile.js';
import { listed } from '../arguments.js';
import { Failure } from '../failure.js';
import { didYouMean } from '../nearest.js';
import type { Globals } from '../options.js';

export interface SettledOptions extends CompileOptions {
  readonly target: TargetProfile;
}

const KEYS = [
  'target',
  'mode',
  'openness',
  'recursion',
  'tighten',
  'maxDepth',
  'encode',
] as const satisfies readonly (keyof CompileOptions)[];

/** A schema's settings, the first one that says something has the word: the command line, its entry, overrides, the configuration. */
export function compileOptions(line: Globals, ...others: readonly SchemaSettings[]): SettledOptions {
  const merged: Record<string, unknown> = {};
  for (const key of KEYS) {
    const value = [line, ...others]
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
  return { ...merged, target: targeted.profile } as SettledOptions;
}
