import { claude } from '../../src/targets/claude.js';
import type { TargetProfile } from '../../src/targets/profile.js';

/** Takes every keyword, so that what the API refuses stands in what is sent. */
export const everything: TargetProfile = {
  ...claude,
  name: 'everything',
  keywords: {
    ...claude.keywords,
    string: { ...claude.keywords.string, value: ['pattern', 'format', 'minLength', 'maxLength'] },
    number: {
      ...claude.keywords.number,
      value: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
    },
    array: { ...claude.keywords.array, value: ['minItems', 'maxItems', 'uniqueItems'] },
  },
  minItems: { ...claude.minItems, value: [0, 1, 2, 3, 4, 5, 6] },
  patterns: { ...claude.patterns, value: 'all' },
};
