import type { Isolation } from './isolate/isolation.js';

/** Where text goes. `isTTY` and `columns` as Node's streams have them. */
export interface Sink {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Everything a run touches of its process, so that it can be run in another. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean | undefined };
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: { readonly [name: string]: string | undefined };
  readonly cwd: string;
  /** A folder that the run may make, and that whoever started it removes; the same for each try of one run. */
  readonly scratch?: string;
  /** Aborted when the user asks for an end (Ctrl-C) while a command waits. Asking for it keeps Ctrl-C from killing the process. */
  interrupted?(): AbortSignal;
  /** Present where another process watches over this one, as one that runs code of the user's needs. */
  readonly isolation?: Isolation;
}
