import type { Rule } from '../rule.js';

export const largeNumber: Rule = {
  id: 'large-number',
  category: 'answers',
  level: 'warning',
  law: 'Every number that a schema asks for fits a double.',
  evidence: { grade: 'observed', source: '`JSON.parse` loses digits beyond 2^53; integers have no width limit in the grammar' },
  page: 'A 64-bit id as a number loses its last digits when it is read. Such an answer is an issue, never a wrong value.\nAsk for it as text: `z.int64()` and `z.bigint()` travel as text by themselves, in JSON Schema write `"type": "string", "pattern": "^[0-9]+$"`.',
  *check({ places }) {
    for (const { path, shape } of places) {
      const values = shape.kind === 'literal' ? shape.values : [];
      const bounds =
        shape.kind === 'number'
          ? (shape.facets ?? []).filter(({ keyword }) => /imum$/i.test(keyword)).map(({ value }) => value)
          : [];
      const wide =
        shape.kind === 'number' && shape.facets?.some(({ keyword, value }) => keyword === 'format' && value === 'int64');
      const large = [...values, ...bounds].find(
        (value) => typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER,
      );
      if (wide || large !== undefined)
        yield {
          path,
          message: `${wide ? 'A 64-bit number' : `The number ${String(large)}`} is beyond what a double keeps, so its last digits are lost when the answer is read.`,
          help: 'Ask for it as text: `z.int64()`, `z.bigint()`, or a string with a pattern of digits.',
        };
    }
  },
};
