import type { Rule } from '../rule.js';

export const optionalFirst: Rule = {
  id: 'optional-first',
  category: 'answers',
  level: 'info',
  law: 'Required properties stand before optional ones, as the model writes them.',
  evidence: { grade: 'documented', source: 'docs build-with-claude/structured-outputs: required properties appear first' },
  page: 'The model writes required properties first, whatever their order in the schema. Where a later property builds on an earlier one, the order you see is not the order of the answer.\nPut required properties first, or make the earlier one required and nullable.',
  *check({ places }) {
    for (const { path, shape } of places) {
      if (shape.kind !== 'object') continue;
      const last = shape.properties.findLastIndex((property) => property.required);
      const early = shape.properties.slice(0, Math.max(0, last)).find((property) => !property.required && !property.fallback);
      if (early)
        yield {
          path,
          message: `The optional property \`${early.key}\` stands before required ones, but the model writes it after them.`,
          help: 'Put the required properties first, so that the schema reads as the answer is written.',
          fix: {
            kind: 'order',
            keys: [true, false].flatMap((required) =>
              shape.properties.filter((property) => property.required === required).map(({ key }) => key),
            ),
          },
        };
    }
  },
};
