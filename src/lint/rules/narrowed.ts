import type { Rule } from '../rule.js';

/** What is open by silence has rules of its own. */
const BY_SILENCE = new Set(['additionalProperties', 'items', 'type', 'format']);

export const narrowed: Rule = {
  id: 'narrowed',
  category: 'fidelity',
  level: 'warning',
  law: 'The model can say every value that the schema accepts.',
  evidence: { grade: 'assumed', source: 'the ledger' },
  page: 'A coercion, a `.catch` or a `preprocess` takes values that no schema can state: the model is asked for the plain form only.\nWrite the plain form where the model answers (`z.number()` for `z.coerce.number()`), and keep coercion for input of people.',
  *check({ compiled }) {
    for (const { path, keyword, fate, note } of compiled?.ledger ?? [])
      if (fate === 'narrowed' && !BY_SILENCE.has(keyword))
        yield {
          path,
          message: `\`${keyword}\` takes values that the model cannot say: ${note ?? 'some are lost'}.`,
          help: 'Use the plain form in the schema that the model answers to.',
        };
  },
};
