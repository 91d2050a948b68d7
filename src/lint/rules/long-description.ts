import type { Rule } from '../rule.js';

const LONGEST = 1000;

export const longDescription: Rule = {
  id: 'long-description',
  category: 'answers',
  level: 'info',
  law: 'Descriptions are short enough to be sent with every request.',
  evidence: { grade: 'assumed', source: `${LONGEST} characters are about 250 tokens` },
  page: 'Descriptions are sent with every request and every retry. What is long belongs into the prompt, where it is cached.',
  *check({ places }) {
    for (const { path, shape } of places) {
      const length = shape.notes?.description?.length ?? 0;
      if (length > LONGEST)
        yield {
          path,
          message: `The description has ${length} characters, about ${Math.ceil(length / 4)} tokens in every request.`,
          help: 'Say it in the system prompt, and keep here what tells this field from others.',
        };
    }
  },
};
