export interface FailureAbout {
  /** Stable name of the kind of failure. */
  readonly code: string;
  /** What is wrong, and where. A sentence. */
  readonly message: string;
  /** What to do about it. A sentence. */
  readonly help: string;
  /** The address that failed, as the user wrote it. */
  readonly address?: string | undefined;
  /** Absolute path of the file at fault. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** The lines around the place at fault. */
  readonly frame?: string | undefined;
  readonly cause?: unknown;
}

/** The command could not do its work: wrong usage, wrong configuration, or something that cannot be loaded. Exit code 2. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly about: FailureAbout;
  constructor(about: FailureAbout) {
    super(about.message, { cause: about.cause });
    this.about = about;
  }

  /** The same failure with the address at which it was met, unless it has one already. */
  at(address: string): Failure {
    return this.about.address === undefined ? new Failure({ ...this.about, address }) : this;
  }
}

export function usage(message: string, help: string): Failure {
  return new Failure({ code: 'usage', message, help });
}
