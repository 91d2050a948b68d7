import type { Rule } from '../rule.js';

export const silentCheck: Rule = {
  id: 'silent-check',
  category: 'fidelity',
  level: 'warning',
  law: 'The model knows of every check that its answer must pass.',
  evidence: { grade: 'assumed', source: 'the ledger: checked without words' },
  page: 'A refinement is code: the model is told nothing of it, and answers fail by surprise.\nGive the schema a `.describe()` that says in words what is demanded, or state it by the schema itself.',
  *check({ compiled, places }) {
    const described = new Set(places.filter(({ shape }) => shape.notes?.description !== undefined).map(({ path }) => path));
    for (const { path, keyword, fate, hint } of compiled?.ledger ?? [])
      if (fate === 'checked' && hint === undefined && keyword === 'refine' && !described.has(path))
        yield {
          path,
          message: 'A refinement is checked here that the model is told nothing of, so answers fail by surprise.',
          help: 'Say in a description what it demands.',
        };
  },
};
