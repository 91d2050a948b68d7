import { secretsAndPersonalData } from '../../client/screened.js';
import type { Json } from '../../ir/json.js';
import type { Shape } from '../../ir/shape.js';
import type { Rule } from '../rule.js';

export const personalData: Rule = {
  id: 'personal-data',
  category: 'privacy',
  level: 'warning',
  law: 'A schema holds no personal data and no secret.',
  evidence: {
    grade: 'documented',
    source:
      'docs build-with-claude/structured-outputs: schemas are cached apart from messages, and not under zero data retention',
  },
  page: 'Schemas are cached for up to 24 hours, apart from prompts and answers, and the documentation says that health information must not stand in them: in names of properties, `enum`, `const` and `pattern`. A name, a diagnosis or a key there outlives the request.\nKeep such values in messages.',
  *check({ places }) {
    for (const { path, shape, key } of places) {
      const { description, title, default: preset, examples = [] } = shape.notes ?? {};
      const values: Json[] = [
        ...(shape.kind === 'literal' ? shape.values : []),
        ...(preset === undefined ? [] : [preset]),
        ...examples,
      ];
      for (const text of [
        ...values.filter((value) => typeof value === 'string'),
        ...patternsOf(shape),
        key ?? '',
        description ?? '',
        title ?? '',
      ]) {
        const verdict = secretsAndPersonalData(text);
        if (verdict === true) continue;
        yield {
          path,
          message: `${JSON.stringify(text.length > 40 ? `${text.slice(0, 37)}…` : text)} stands in the schema, which is cached for up to 24 hours apart from the request. ${verdict.deny.replace(' Store it without.', '')}`,
          help: 'Keep such values in messages, not in the schema.',
        };
        break;
      }
    }
  },
};

function patternsOf(shape: Shape): readonly string[] {
  return (shape.facets ?? []).flatMap(({ keyword, value }) =>
    keyword === 'pattern' && typeof value === 'string' ? [value] : [],
  );
}
