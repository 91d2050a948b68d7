import type { Rule } from '../rule.js';

export const onlyChecked: Rule = {
  id: 'only-checked',
  category: 'fidelity',
  level: 'info',
  law: 'What a schema demands is enforced while the model writes.',
  evidence: {
    grade: 'documented',
    source: 'docs build-with-claude/structured-outputs: lists of supported and unsupported keywords',
  },
  page: 'Lengths, bounds, `uniqueItems`, most patterns and conditions are not taken by the target. The model is told in words, and the answer is checked afterwards: it may be invalid.\nA small range of integers goes out as an enumeration, a closed list of values as `enum`: those are enforced.',
  *check({ compiled }) {
    for (const { path, keyword, fate, hint } of compiled?.ledger ?? [])
      if (fate === 'checked' && hint !== undefined)
        yield {
          path,
          message: `\`${keyword}\` is told to the model (“${hint}”) and checked afterwards, but not enforced.`,
          help: 'Where it matters, say it by `enum`, `const` or a simple `pattern`; or ask again on a failure (`repair`).',
        };
  },
};
