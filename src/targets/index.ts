import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { claude } from './claude.js';
import { malformation } from './malformation.js';
import type { TargetProfile } from './profile.js';

export { claude } from './claude.js';
export type { Evidence, Rule, TargetProfile } from './profile.js';

/** The built-in profiles by name. */
export const targets: ReadonlyMap<string, TargetProfile> = new Map([[claude.name, claude]]);

export type Targeted =
  | { readonly profile: TargetProfile; readonly error?: undefined }
  | { readonly error: Diagnostic; readonly profile?: undefined };

/** A built-in profile by name, or a profile of the caller's own after a look at its form. Never throws. */
export function target(nameOrProfile: unknown): Targeted {
  if (typeof nameOrProfile === 'string') {
    const profile = targets.get(nameOrProfile);
    if (profile !== undefined) return { profile };
    return refusal(
      'unknown-target',
      `There is no target named ${JSON.stringify(nameOrProfile.slice(0, 80))}.`,
      `Use ${[...targets.keys()].map((name) => `"${name}"`).join(' or ')}, or pass a target profile.`,
    );
  }
  const wrong = malformation(nameOrProfile, claude);
  if (wrong === undefined) return { profile: nameOrProfile as TargetProfile };
  return refusal(
    'invalid-target',
    `The target profile is not complete: ${wrong}.`,
    'Start from a copy of the profile "claude" and change its rules.',
  );
}

function refusal(code: string, message: string, help: string): Targeted {
  return { error: { code, severity: 'error', path: '', message, help } };
}
