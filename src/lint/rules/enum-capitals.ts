import type { Rule } from '../rule.js';

export const enumCapitals: Rule = {
  id: 'enum-capitals',
  category: 'answers',
  level: 'warning',
  law: 'Values of an enumeration differ by more than capitals.',
  evidence: {
    grade: 'documented',
    source: 'docs build-with-claude/structured-outputs: capitalization of enum and const values is not guaranteed',
  },
  page: 'The API may answer `Open` for `open`. Capitals are mended where exactly one value is meant; where two differ by them alone, that cannot be known.\nName one of them otherwise.',
  *check({ places }) {
    for (const { path, shape } of places) {
      if (shape.kind !== 'literal') continue;
      const first = new Map<string, string>();
      for (const value of shape.values) {
        if (typeof value !== 'string') continue;
        const plain = value.toLowerCase();
        const other = first.get(plain);
        if (other === undefined) first.set(plain, value);
        else
          yield {
            path,
            message: `${JSON.stringify(other)} and ${JSON.stringify(value)} differ only in capitals, which the API does not keep to.`,
            help: 'Give one of them another name.',
          };
      }
    }
  },
};
