import { backtracksBadly } from '../../targets/patterns/index.js';
import type { Rule } from '../rule.js';

export const riskyPattern: Rule = {
  id: 'risky-pattern',
  category: 'answers',
  level: 'warning',
  law: 'No pattern can be made to backtrack for long.',
  evidence: { grade: 'assumed', source: 'an analysis of the pattern’s automaton' },
  page: 'JavaScript matches patterns by backtracking; some take time that grows with the square of the text or worse, and the text comes from a model that read what others wrote.\nWrite the pattern without repetitions inside repetitions, and anchored.',
  *check({ places }) {
    for (const { path, shape } of places)
      for (const { keyword, value, flags } of shape.facets ?? [])
        if (keyword === 'pattern' && typeof value === 'string' && backtracksBadly(value, flags))
          yield {
            path,
            message: `The pattern ${value.length > 60 ? `${value.slice(0, 57)}…` : value} can take very long to match.`,
            help: 'Write it without repetitions inside repetitions, and anchor it; or bound the length.',
          };
  },
};
