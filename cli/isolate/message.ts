import type { ExitCode } from '../exit.js';
import type { FailureAbout } from '../failure.js';

/** What a worker tells its supervisor, each as a line of JSON. */
export type Message =
  /** Code of the user's runs from now on, for at most so many seconds. */
  | { readonly enter: Entered }
  | { readonly leave: true }
  /** What was skipped is tried again from now on. */
  | { readonly forget: true }
  | { readonly ended: ExitCode };

export interface Entered {
  /** Absolute path of the module. */
  readonly file: string;
  /** How messages call it, or a schema in it. */
  readonly shown: string;
  readonly doing: 'loading' | 'compiling' | 'linting';
  readonly seconds: number;
}

/** What a worker starts with. */
export interface Orders {
  /** Modules that an earlier worker did not survive, by their paths: why they are not loaded again. */
  readonly skipped: Readonly<Record<string, FailureAbout>>;
  /** A folder that the worker may make; whatever becomes of the worker, it is removed in the end. */
  readonly scratch: string;
  /** Of the standard output that reports go to. */
  readonly stdout: { readonly isTTY: boolean; readonly columns: number | undefined };
}

/** File descriptors of a worker beside the standard ones, of which the first two lead to standard error. */
export const CHANNEL = 3;
export const REPORTS = 4;
