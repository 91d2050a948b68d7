import type { Finding } from '../../report/report.js';
import type { Level } from './levels.js';

/** What is to be said of a schema, before it is known where it stands and what counts. */
export interface Told extends Pick<Finding, 'rule' | 'path' | 'message' | 'help'> {
  readonly level: Level;
  /** Nobody can tell. */
  readonly unsure?: true;
  /** Nothing breaks. */
  readonly note?: true;
}

/** Said of a schema as a whole. */
export function whole(rule: string, message: string, help: string): Pick<Told, 'rule' | 'path' | 'message' | 'help'> {
  return { rule, path: '', message, help };
}
