import type { ExitCode } from '../exit.js';
import type { Io } from '../io.js';
import type { LoadedConfig } from '../load/config.js';
import type { Globals, OptionSpecs, Values } from '../options.js';
import type { Progress } from '../progress.js';
import type { Report } from '../report/report.js';

/** What a command works with. */
export interface Context<Specs extends OptionSpecs = OptionSpecs> {
  readonly io: Io;
  /** Absolute working folder. */
  readonly cwd: string;
  readonly positionals: readonly string[];
  readonly options: Globals & Values<Specs>;
  readonly progress: Progress;
  /** The configuration, read anew at each call; undefined where there is none. */
  config(): Promise<LoadedConfig | undefined>;
  print(report: Report): Promise<void>;
}

export interface Command<Specs extends OptionSpecs = OptionSpecs> {
  /** What follows `bascule` in the usage line. */
  readonly usage: string;
  readonly about: string;
  readonly options: Specs;
  /** `false` for a command that takes no addresses. */
  readonly addresses?: false;
  readonly examples: readonly string[];
  run(context: Context<Specs>): Promise<ExitCode>;
}

/** Declares a command; its options' values are typed by their specifications. */
export function command<const Specs extends OptionSpecs>(definition: Command<Specs>): Command {
  return definition as unknown as Command;
}
