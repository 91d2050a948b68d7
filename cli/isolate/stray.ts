import { Failure } from '../failure.js';
import { placeOf } from '../load/stack.js';

const HELP = 'Keep schemas in a module that starts nothing when imported.';

/** An error that nobody waited for, of a module that had been loaded. */
export function strayError(error: unknown): Failure {
  const at = error instanceof Error ? placeOf(error.stack ?? '') : undefined;
  const message = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
  return new Failure({
    code: 'module-threw',
    message: `A loaded module threw after it had been loaded${at ? ` (${at.file}:${at.line})` : ''}: ${message}.`,
    help: HELP,
    ...at,
    cause: error,
  });
}

/** A module that had been loaded and then wanted to end the process, which would have made the run look clean. */
export function strayExit(code: unknown, file: string | undefined): Failure {
  return new Failure({
    code: 'module-exit',
    message: `A loaded module${file === undefined ? '' : ` (${file})`} called process.exit(${code ?? ''}) after it had been loaded.`,
    help: HELP,
    file,
  });
}
