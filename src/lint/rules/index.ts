import type { Rule } from '../rule.js';
import {
  enumCapitals,
  largeNumber,
  longDescription,
  optionalFirst,
  reasoningField,
  riskyPattern,
  undescribed,
} from './answers.js';
import { enumSize, grammarSize, optionalBudget, unionBudget } from './budget.js';
import { narrowed } from './narrowed.js';
import { onlyChecked } from './only-checked.js';
import { opaqueText } from './opaque-text.js';
import { openObject } from './open-object.js';
import { personalData } from './privacy.js';
import { refused } from './refused.js';
import { silentCheck } from './silent-check.js';
import { strictFormat } from './strict-format.js';
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
  reasoningField,
  strictFormat,
  openObject,
  opaqueText,
  onlyChecked,
  optionalFirst,
  longDescription,
  undescribed,
]);
