import type { Part } from '../part.js';
import { artifacts } from './artifacts.js';
import { diff } from './diff.js';
import { lint } from './lint.js';

/** What `check` does, in the order of its report. What an earlier part told of a schema, a later one does not repeat. */
export const PARTS: readonly Part[] = [lint, artifacts, diff];
