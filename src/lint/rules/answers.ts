import { backtracksBadly } from '../../targets/patterns/index.js';
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

export const optionalFirst: Rule = {
  id: 'optional-first',
  category: 'answers',
  level: 'info',
  law: 'Required properties stand before optional ones, as the model writes them.',
  evidence: { grade: 'documented', source: 'docs build-with-claude/structured-outputs: required properties appear first' },
  page: 'The model writes required properties first, whatever their order in the schema. Where a later property builds on an earlier one, the order you see is not the order of the answer.\nPut required properties first, or make the earlier one required and nullable.',
  *check({ places }) {
    for (const { path, shape } of places) {
      if (shape.kind !== 'object') continue;
      const last = shape.properties.findLastIndex((property) => property.required);
      const early = shape.properties.slice(0, Math.max(0, last)).find((property) => !property.required && !property.fallback);
      if (early)
        yield {
          path,
          message: `The optional property \`${early.key}\` stands before required ones, but the model writes it after them.`,
          help: 'Put the required properties first, so that the schema reads as the answer is written.',
        };
    }
  },
};

export const largeNumber: Rule = {
  id: 'large-number',
  category: 'answers',
  level: 'warning',
  law: 'Every number that a schema asks for fits a double.',
  evidence: { grade: 'observed', source: '`JSON.parse` loses digits beyond 2^53; integers have no width limit in the grammar' },
  page: 'A 64-bit id as a number loses its last digits when it is read. Such an answer is an issue, never a wrong value.\nAsk for it as text: `z.int64()` and `z.bigint()` travel as text by themselves, in JSON Schema write `"type": "string", "pattern": "^[0-9]+$"`.',
  *check({ places }) {
    for (const { path, shape } of places) {
      const values = shape.kind === 'literal' ? shape.values : [];
      const bounds =
        shape.kind === 'number'
          ? (shape.facets ?? []).filter(({ keyword }) => /imum$/i.test(keyword)).map(({ value }) => value)
          : [];
      const wide =
        shape.kind === 'number' && shape.facets?.some(({ keyword, value }) => keyword === 'format' && value === 'int64');
      const large = [...values, ...bounds].find(
        (value) => typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER,
      );
      if (wide || large !== undefined)
        yield {
          path,
          message: `${wide ? 'A 64-bit number' : `The number ${String(large)}`} is beyond what a double keeps, so its last digits are lost when the answer is read.`,
          help: 'Ask for it as text: `z.int64()`, `z.bigint()`, or a string with a pattern of digits.',
        };
    }
  },
};

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

const LONGEST = 1000;

export const longDescription: Rule = {
  id: 'long-description',
  category: 'answers',
  level: 'info',
  law: 'Descriptions are short enough to be sent with every request.',
  evidence: { grade: 'assumed', source: `${LONGEST} characters are about 250 tokens` },
  page: 'Descriptions are sent with every request and every retry. What is long belongs into the prompt, where it is cached.',
  *check({ places }) {
    for (const { path, shape } of places) {
      const length = shape.notes?.description?.length ?? 0;
      if (length > LONGEST)
        yield {
          path,
          message: `The description has ${length} characters, about ${Math.ceil(length / 4)} tokens in every request.`,
          help: 'Say it in the system prompt, and keep here what tells this field from others.',
        };
    }
  },
};

export const undescribed: Rule = {
  id: 'undescribed',
  category: 'answers',
  level: 'info',
  law: 'Every property says what it means.',
  evidence: { grade: 'assumed', source: 'names alone leave units, formats and points of view open' },
  page: 'A name alone leaves the model to guess: units, formats, whose date it is. One sentence is enough.',
  *check({ places }) {
    for (const { path, key, shape } of places)
      if (key !== undefined && shape.notes?.description === undefined && shape.kind !== 'ref')
        yield {
          path,
          message: `The property \`${key}\` has no description.`,
          help: 'Say in one sentence what it means, with its unit or format.',
        };
  },
};
