import type { Rule } from '../rule.js';

const THINKING =
  /^(?:chain_?of_?thoughts?|cot|reasoning(?:_?steps)?|step_?by_?step(?:_reasoning)?|thinking|thought_?process|thoughts|scratch_?pad|inner_?monologue)$/i;

export const reasoningField: Rule = {
  id: 'reasoning-field',
  category: 'answers',
  level: 'warning',
  law: 'No property asks for the model’s own thinking.',
  evidence: {
    grade: 'documented',
    source: 'docs of structured outputs and tool use, 2026-10: such a field can be refused as `reasoning_extraction`',
  },
  page: 'A property like `reasoning` or `step_by_step` asks the model to write its thinking down, and may be refused (`stop_reason: "refusal"`, category `reasoning_extraction`).\nAsk for an `explanation` or `evidence` of the answer instead, and use extended thinking for the rest.',
  *check({ places }) {
    for (const { path, key } of places)
      if (key !== undefined && THINKING.test(key.replace(/([a-z])([A-Z])/g, '$1_$2')))
        yield {
          path,
          message: `The property \`${key}\` asks for the model's thinking, which may be refused as reasoning extraction.`,
          help: 'Ask for what supports the answer (`explanation`, `evidence`), and use extended thinking.',
        };
  },
};
