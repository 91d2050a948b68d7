import type { Hit, Rule, Subject } from '../rule.js';

/** Share of a limit from which on a schema leaves little to the rest of a request. */
const NEAR = 0.75;

function* near(subject: Subject, kind: 'union', what: string): Iterable<Hit> {
  const { compiled, target } = subject;
  const limit = target.limits[kind].value;
  const spent = compiled?.spend[kind] ?? 0;
  if (spent >= limit * NEAR)
    yield {
      path: '',
      message: `The schema takes ${spent} of the ${limit} ${what} that a request may have, and shares them with every strict tool.`,
      help: '`bascule explain` shows where they are; `compileRequest` plans a whole request.',
    };
}

export const optionalBudget: Rule = {
  id: 'optional-budget',
  category: 'budget',
  level: 'warning',
  law: 'A schema has no more optional properties than compile reliably.',
  evidence: { grade: 'observed', source: 'vercel/ai caps at 10; pome-sh/digital-twins#527: a request of 15 was refused' },
  page: 'The documented limit is 24 over a request, nested ones and all uses of a definition included; compilation was seen to fail from 11 to 15 on.\nMake required what is always there; `compileRequest` re-encodes the rest with a margin.',
  *check({ compiled, target }) {
    const { optional } = compiled?.spend ?? { optional: 0 };
    const advised = target.limits.advisedOptional.value;
    if (optional > advised)
      yield {
        path: '',
        message: `The schema sends ${optional} optional properties; beyond about ${advised} the API was seen to give up (${target.limits.advisedOptional.evidence}), and it takes at most ${target.limits.optional.value} over a request.`,
        help: 'Make properties required, or let `parse` or `compileRequest` plan the request: they leave a margin.',
      };
  },
};

export const unionBudget: Rule = {
  id: 'union-budget',
  category: 'budget',
  level: 'warning',
  law: 'A schema leaves room for the unions of the rest of its request.',
  evidence: { grade: 'documented', source: 'docs build-with-claude/structured-outputs: 16 union-typed parameters a request' },
  page: 'Every `anyOf` and every nullable property counts, use by use.\nMake nullable properties optional, or pin them as lists.',
  check: (subject) => near(subject, 'union', 'unions'),
};

export const grammarSize: Rule = {
  id: 'grammar-size',
  category: 'budget',
  level: 'warning',
  law: 'A schema is small enough to be compiled to a grammar.',
  evidence: {
    grade: 'observed',
    source: 'public test suite, 2026-09: about 70 properties and more, "The compiled grammar is too large"',
  },
  page: 'The limit of the grammar is published nowhere. Flatten the schema, or split the request.',
  *check({ compiled, target }) {
    const most = target.limits.advisedProperties?.value;
    const { properties } = compiled?.spend ?? { properties: 0 };
    if (most !== undefined && properties > most)
      yield {
        path: '',
        message: `The schema has ${properties} properties, all uses of definitions counted; from about ${most} on, compilation was seen to fail.`,
        help: 'Split the request, or leave out what is not needed.',
      };
  },
};

export const enumSize: Rule = {
  id: 'enum-size',
  category: 'budget',
  level: 'warning',
  law: 'An enumeration is small enough to be enforced.',
  evidence: { grade: 'observed', source: 'a public thread: one tool’s enum failed between 200 and 240 values' },
  page: 'A longer enumeration goes out as text with a hint, and is checked afterwards. The model may name a value that is not there.\nAsk for a category first, or give the values in the prompt.',
  *check({ places, target }) {
    const most = target.limits.enumValues.value;
    for (const { path, shape } of places)
      if (shape.kind === 'literal' && shape.values.length > most)
        yield {
          path,
          message: `The enumeration has ${shape.values.length} values; beyond ${most} it is checked and not enforced.`,
          help: 'Ask for a category first, or let the model answer free text and look it up.',
        };
  },
};
