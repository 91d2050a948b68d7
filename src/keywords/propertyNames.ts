import { isRecord } from '../ir/json.js';
import type { Keyword } from './keyword.js';
import { predicate } from './predicate.js';

export const propertyNames: Keyword = {
  name: 'propertyNames',
  on: 'object',
  hint({ value }) {
    if (value === false) return 'Empty.';
    // Names are strings anyway.
    const { type, ...schema } = isRecord(value) ? value : {};
    const words = type === undefined || type === 'string' ? predicate(schema) : undefined;
    return words && `Every property name ${words}.`;
  },
};
