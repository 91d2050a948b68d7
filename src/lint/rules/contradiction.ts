import { describedAt } from '../contradictions/described.js';
import { contradictions } from '../contradictions/index.js';
import type { Rule } from '../rule.js';

export const contradiction: Rule = {
  id: 'contradiction',
  category: 'answers',
  level: 'warning',
  law: 'No description says what the schema forbids.',
  evidence: { grade: 'assumed', source: 'the model reads the words, and the grammar or the check holds it to the schema' },
  page: 'Where the words say “optional” and the schema requires, or “up to 10 items” and the schema takes 5, the model follows the words and the answer fails, or it is made to say something else than it means.\nFound is only what the words leave no doubt about: presence, types, lists of values, bounds, forms of dates. Change the one that is wrong; best is to leave to the schema what the schema says.',
  *check({ places }) {
    const demanded = demandedElsewhere(places);
    for (const place of places) {
      const described = describedAt(place);
      if (!described) continue;
      // What another part of the schema demands is required at times.
      const told = !place.required && demanded(place.key) ? { ...described, key: undefined } : described;
      const said = contradictions.map((each) => each(told));
      for (const words of said)
        if (words !== undefined)
          yield {
            path: place.path,
            message: `The description says ${words}: the model is told one thing and held to another.`,
            help: 'Change the one that is wrong, or leave it to the schema to say.',
          };
    }
  },
};

/** Names that are demanded apart from where they are declared, or that a condition speaks of. */
function demandedElsewhere(places: Parameters<Rule['check']>[0]['places']): (key: string | undefined) => boolean {
  const names = new Set(places.flatMap(({ shape }) => (shape.kind === 'object' ? (shape.demands ?? []) : [])));
  const conditions = places.flatMap(({ shape }) =>
    [...(shape.facets ?? []), ...(shape.kind === 'union' && shape.stated ? [shape.stated] : [])].flatMap(({ value }) =>
      typeof value === 'object' && value !== null ? [value] : [],
    ),
  );
  const text = conditions.length === 0 ? '' : JSON.stringify(conditions);
  return (key) => key !== undefined && (names.has(key) || text.includes(JSON.stringify(key)));
}
