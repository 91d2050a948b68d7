import { recode } from '../../ir/recode.js';
import type { Rule } from './rule.js';

/** Free-form values travel as JSON text. */
export const any: Rule = {
  name: 'any',
  eliminates: (shape) => shape.kind === 'any',
  lower: (shape) =>
    recode(
      shape,
      'text',
      { of: shape.kind === 'any' && shape.of === 'object' ? 'object' : 'any' },
      { kind: 'string', path: shape.path },
    ),
};
