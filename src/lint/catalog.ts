import { requestRules } from './request/rules/index.js';
import type { About } from './rule.js';
import { rules } from './rules/index.js';
import { suppression } from './suppression.js';

/** Every rule by what it says of itself: those about a schema, those about a request, and the one about suppressions. */
export const catalog: readonly About[] = Object.freeze([...rules, ...requestRules, suppression]);
