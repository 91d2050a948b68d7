import { dependencyHint } from './dependentRequired.js';
import { schemasHint } from './dependentSchemas.js';
import type { Keyword } from './keyword.js';

/** Draft 7 and before: lists of names and schemas alike. */
export const dependencies: Keyword = {
  name: 'dependencies',
  on: 'object',
  hint({ value }) {
    const lines = [dependencyHint(value), schemasHint(value)].filter((line) => line !== undefined);
    return lines.length === 0 ? undefined : lines.join(' ');
  },
};
