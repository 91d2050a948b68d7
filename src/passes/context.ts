import type { CompileOptions, Mode } from '../compiled.js';
import type { Findings } from '../read/source.js';
import type { TargetProfile } from '../targets/profile.js';

/** What every pass may ask: the target, the options, and where to report. */
export interface Context {
  readonly target: TargetProfile;
  readonly mode: Mode;
  readonly options: CompileOptions;
  readonly findings: Findings;
}
