import type { Rule } from '../rule.js';

export const strictFormat: Rule = {
  id: 'strict-format',
  category: 'answers',
  level: 'info',
  law: 'A format takes on the wire what the schema takes.',
  evidence: { grade: 'assumed', source: 'the ledger; formats as RFCs and ajv-formats read them' },
  page: 'Some formats of libraries are wider than the one that is sent: `z.url()` takes what RFC 3986 does not. The model then can say the RFC form only.\nThat is mostly what one wants; compile with `openness: "keep"` where it is not.',
  *check({ compiled, places }) {
    // A `Date` is a moment, which every text form says.
    const dates = new Set(places.filter(({ shape }) => shape.kind === 'instance').map(({ path }) => path));
    for (const { path, keyword, fate, note } of compiled?.ledger ?? [])
      if (fate === 'narrowed' && keyword === 'format' && !dates.has(path))
        yield {
          path,
          message: `The format is stricter on the wire than in the schema: ${note ?? ''}.`,
          help: "Use a pattern instead, or compile with `openness: 'keep'`.",
        };
  },
};
