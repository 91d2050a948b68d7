import type { Rule } from '../rule.js';

export const openObject: Rule = {
  id: 'open-object',
  category: 'fidelity',
  level: 'info',
  law: 'An object says whether it takes properties that it does not declare.',
  evidence: {
    grade: 'documented',
    source: 'docs build-with-claude/structured-outputs: `additionalProperties: false` is required',
  },
  page: 'JSON Schema leaves objects open when nothing is said. The target takes closed ones only, so what is open by silence is closed, and told.\nSay `"additionalProperties": false` where that is meant; `true`, or a schema, where further properties count: they then travel as entries.',
  *check({ compiled }) {
    for (const { path, keyword, fate } of compiled?.ledger ?? [])
      if (fate === 'narrowed' && (keyword === 'additionalProperties' || keyword === 'items' || keyword === 'type'))
        yield {
          path,
          message: `What \`${keyword}\` leaves open by silence is closed for the model.`,
          help: "Say in the schema what is allowed, or compile with `openness: 'keep'`.",
          ...(keyword === 'additionalProperties' && { fix: { kind: 'set', keyword, value: false } }),
        };
  },
};
