import type { Rule } from '../rule.js';
import { contradiction } from './contradiction.js';
import { enumCapitals } from './enum-capitals.js';
import { enumSize } from './enum-size.js';
import { grammarSize } from './grammar-size.js';
import { largeNumber } from './large-number.js';
import { longDescription } from './long-description.js';
import { narrowed } from './narrowed.js';
import { onlyChecked } from './only-checked.js';
import { opaqueText } from './opaque-text.js';
import { openObject } from './open-object.js';
import { optionalBudget } from './optional-budget.js';
import { optionalFirst } from './optional-first.js';
import { personalData } from './personal-data.js';
import { reasoningField } from './reasoning-field.js';
import { refused } from './refused.js';
import { riskyPattern } from './risky-pattern.js';
import { silentCheck } from './silent-check.js';
import { strictFormat } from './strict-format.js';
import { undescribed } from './undescribed.js';
import { unionBudget } from './union-budget.js';
import { warned } from './warned.js';

/** In the order in which one would mend: what cannot be sent, what cannot be kept, what is not enforced, what goes wrong in answers. */
export const rules: readonly Rule[] = Object.freeze([
  refused,
  warned,
  personalData,
  optionalBudget,
  unionBudget,
  grammarSize,
  enumSize,
  narrowed,
  silentCheck,
  riskyPattern,
  largeNumber,
  enumCapitals,
  contradiction,
  reasoningField,
  strictFormat,
  openObject,
  opaqueText,
  onlyChecked,
  optionalFirst,
  longDescription,
  undescribed,
]);
