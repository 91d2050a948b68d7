import { requestRules } from './request/rules/index.js';
import type { About } from './rule.js';
import { rules } from './rules/index.js';

/** Every rule by what it says of itself: those about a schema, then those about a request. */
export const catalog: readonly About[] = Object.freeze([...rules, ...requestRules]);
