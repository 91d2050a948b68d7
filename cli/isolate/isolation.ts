import { writeSync } from 'node:fs';
import { Failure, type FailureAbout } from '../failure.js';
import { CHANNEL, type Entered, type Message } from './message.js';

/** What a command that runs code of the user's has to say to the process that watches over it. */
export interface Isolation {
  /** Tells that code of the user's runs now, until `leave`: if it does not end, or ends the process, the module is to blame. */
  enter(entered: Entered): void;
  leave(): void;
  /** Why a module must not be loaded: an earlier attempt hung, or ended the process. */
  skipped(file: string): Failure | undefined;
  /** Lets modules that were skipped have another try. */
  forget(): void;
  /** Notes an error of a module that had been loaded, which nobody waited for. */
  stray(failure: Failure): void;
  /** Those that were noted since this was asked last. */
  strays(): readonly Failure[];
}

export class WorkerIsolation implements Isolation {
  #skipped: Readonly<Record<string, FailureAbout>>;
  #strays: Failure[] = [];

  constructor(skipped: Readonly<Record<string, FailureAbout>>) {
    this.#skipped = skipped;
  }

  enter(entered: Entered): void {
    tell({ enter: entered });
  }

  leave(): void {
    tell({ leave: true });
  }

  skipped(file: string): Failure | undefined {
    const about = Object.hasOwn(this.#skipped, file) ? this.#skipped[file] : undefined;
    return about && new Failure(about);
  }

  forget(): void {
    this.#skipped = {};
    tell({ forget: true });
  }

  stray(failure: Failure): void {
    if (!this.#strays.includes(failure)) this.#strays.push(failure);
  }

  strays(): readonly Failure[] {
    return this.#strays.splice(0);
  }
}

/** At once, so that it is said before an endless loop begins. */
export function tell(message: Message): void {
  try {
    writeSync(CHANNEL, `${JSON.stringify(message)}\n`);
  } catch {
    // Whoever watched is gone, and nobody reads the report either.
  }
}
