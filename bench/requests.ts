import { compile, compileRequest, defineTool } from '../src/index.js';
import { note, ratio, rows, title, us } from './report.js';
import { compare, contender } from './timing.js';

const optionals = (count: number, prefix: string) => ({
  type: 'object',
  properties: Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, { type: 'string' }])),
  additionalProperties: false,
});
const nullables = (count: number) => {
  const names = Array.from({ length: count }, (_, index) => `n${index}`);
  const part = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false };
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, { anyOf: [part, { type: 'null' }] }])),
    required: names,
    additionalProperties: false,
  };
};

interface Parts {
  readonly output?: object;
  readonly tools: readonly object[];
}

const REQUESTS: Readonly<Record<string, () => Parts>> = {
  '60 optionals in one schema': () => ({ output: optionals(60, 'a'), tools: [] }),
  '30 nullable objects': () => ({ output: nullables(30), tools: [] }),
  '45 tools, 465 optionals, an output of 30': () => ({
    output: optionals(30, 'o'),
    tools: Array.from({ length: 45 }, (_, index) => optionals(index % 3 === 0 ? 11 : 10, `t${index}_`)),
  }),
  '20 tools, 1,000 optionals': () => ({ tools: Array.from({ length: 20 }, (_, index) => optionals(50, `t${index}_`)) }),
};

/** What planning a request together costs, over compiling its parts one by one. */
export function requests(): void {
  title('Requests planned together (target: at most 10 times the compile time of their parts)');
  const lines = Object.entries(REQUESTS).map(([name, make]) => {
    const [parts = 0, together = 0] = compare([contender('parts', compileParts, make), contender('together', plan, make)], {
      rounds: 15,
      slice: 40,
    });
    return [name, us(parts), us(together), ratio(together / parts)];
  });
  rows(['request', 'its parts', 'together', 'ratio'], lines);
  note(
    'Parts: compile(schema) for the output and each tool. Together: defineTool for each, then compileRequest. Nothing is cached.',
  );
}

function compileParts({ output, tools }: Parts): unknown {
  return [output ? compile(output) : undefined, ...tools.map((input) => compile(input, { mode: 'tool' }))];
}

function plan({ output, tools }: Parts): unknown {
  return compileRequest({
    ...(output && { output }),
    tools: tools.map((input, index) => defineTool({ name: `t${index}`, input })),
  }).params;
}
