import { bounds } from './bounds.js';
import { dates } from './dates.js';
import type { Contradiction } from './described.js';
import { kinds } from './kinds.js';
import { listed } from './listed.js';
import { presence } from './presence.js';

/** What descriptions are compared by, each for what can be told from words with near certainty. */
export const contradictions: readonly Contradiction[] = Object.freeze([presence, kinds, listed, bounds, dates]);
