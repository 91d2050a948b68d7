import type { ExitCode } from '../exit.js';
import type { Page } from './page.js';

/** A finding as every format prints it. Line and column are 1-based, and null where they are not known for certain. */
export interface Finding {
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly severity: 'error' | 'warning' | 'info';
  readonly rule: string;
  readonly code: string;
  /** The address of the schema; empty for findings about the command itself. */
  readonly address: string;
  /** JSON Pointer into the schema. */
  readonly path: string;
  readonly message: string;
  readonly help: string;
  /** The command whose finding it is, where that is not the one that ran. */
  readonly command?: string | undefined;
  /** Source lines around the place; for people only. */
  readonly frame?: string | undefined;
  /** Addresses of other schemas of which the same place is a part. */
  readonly also?: readonly string[] | undefined;
  /** The stack of an error; printed with `--verbose`. */
  readonly stack?: string | undefined;
}

/** What a command has to say, in no format yet. */
export interface Report {
  readonly command: string;
  readonly exit: ExitCode;
  readonly findings: readonly Finding[];
  /** For machines: what stands beside the findings. */
  readonly data: { readonly [key: string]: unknown };
  /** For people: the whole report, findings included. */
  pretty(page: Page): string;
  /** Output that is to be piped on: it takes standard output, and what `pretty` says about findings goes to standard error. */
  readonly raw?: string | undefined;
  /** The command never got to work: for people this goes to standard error. */
  readonly failed?: true;
  /** The reports that this one sums up; its findings are theirs. */
  readonly parts?: readonly Pick<Report, 'command' | 'exit' | 'findings'>[];
  /** One of several reports of one run (`--watch`): one line of JSON each. */
  readonly repeated?: true;
}
