import type { CompileOptions, Mode } from '../compiled.js';
import type { Encoding } from '../ir/encoding.js';
import type { Document, Pins } from '../ir/shape.js';
import type { Choice } from '../plan/item.js';
import type { Findings } from '../read/source.js';
import type { TargetProfile } from '../targets/profile.js';

/** What every pass may ask: the target, the options, and where to report. */
export interface Context {
  readonly target: TargetProfile;
  readonly mode: Mode;
  readonly options: CompileOptions;
  readonly findings: Findings;
  /** Encodings that are wanted at a path of the source: those of the option, else those that the schema itself asks for there. */
  pins(path: string, own?: Pins): readonly Encoding[];
  /** How the document is made to fit. */
  choose(document: Document, context: Context): Choice;
}
