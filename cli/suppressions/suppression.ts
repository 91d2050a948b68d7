import type { Edit } from '../fix/edit.js';
import type { Finding } from '../report/report.js';
import type { Directive } from './directive.js';

/** A directive where it is written, and what it covers. */
export interface Suppression extends Directive {
  /** As the report shows it. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  covers(finding: Finding): boolean;
  /** What takes it out of its file; undefined where it stands among other words. */
  readonly removal: readonly Edit[] | undefined;
}
