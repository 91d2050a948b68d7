import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { z } from 'zod';
import { readJson } from '../src/answer/json-text.js';
import { load, loaded, parse } from '../src/answer/program.js';
import { strip } from '../src/emit/decoder.js';
import { zodFinisher } from '../src/finish/zod.js';
import { type Compiled, compile } from '../src/index.js';
import { note, ratio, rows, title, us } from './report.js';
import { type Contender, compare, contender, measure } from './timing.js';

const COUNT = 200;
const items = <Item>(make: (index: number) => Item) => Array.from({ length: COUNT }, (_, index) => make(index));

const plainZod = z.object({
  lines: z.array(z.object({ sku: z.string(), count: z.int().min(1), price: z.number(), state: z.enum(['new', 'used']) })),
});
const codedZod = z.object({
  lines: z.array(z.object({ sku: z.string(), at: z.tuple([z.number(), z.number()]), sizes: z.record(z.string(), z.number()) })),
});
const plainJson = {
  type: 'object',
  properties: {
    lines: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          sku: { type: 'string' },
          count: { type: 'integer', minimum: 1 },
          price: { type: 'number' },
          state: { enum: ['new', 'used'] },
        },
        required: ['sku', 'count', 'price', 'state'],
        additionalProperties: false,
      },
    },
  },
  required: ['lines'],
  additionalProperties: false,
} as const;
const codedJson = {
  type: 'object',
  properties: {
    lines: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          sku: { type: 'string' },
          at: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }], items: false, minItems: 2 },
          sizes: { type: 'object', additionalProperties: { type: 'number' } },
        },
        required: ['sku', 'at', 'sizes'],
        additionalProperties: false,
      },
    },
  },
  required: ['lines'],
  additionalProperties: false,
} as const;
const plainValue = {
  lines: items((index) => ({ sku: `A-${index}`, count: index + 1, price: index * 1.25, state: index % 2 ? 'new' : 'used' })),
};
const codedValue = {
  lines: items((index) => ({ sku: `A-${index}`, at: [index, index / 2], sizes: { small: index, large: index * 2 } })),
};

/** A whole answer: read, lifted and checked, beside what anyone does without bascule: JSON.parse and the same validator. */
export function answers(): void {
  title(
    `A whole answer of ${COUNT} items: parse (read, lift, check) beside JSON.parse of the same text and the same validator over the value (targets: ≤ 1.15 plain, ≤ 2 encoded)`,
  );
  const ajv = new Ajv2020({ strict: false });
  ajvFormats.default(ajv);
  const plainAjv = ajv.compile(plainJson);
  const generated = load(strip(loaded(compile(plainZod).program).lowered.document), zodFinisher(plainZod));
  const cases = [
    answer('Zod, plain', compile(plainZod), plainValue, (value) => plainZod.safeParse(value).success),
    answer('Zod, tuples and records', compile(codedZod), codedValue, (value) => codedZod.safeParse(value).success),
    answer('JSON Schema, plain', compile(plainJson), plainValue, plainAjv),
    answer('JSON Schema, tuples and maps', compile(codedJson), codedValue, ajv.compile(codedJson)),
    answer(
      'Zod, plain, as generated',
      compile(plainZod),
      plainValue,
      (value) => plainZod.safeParse(value).success,
      (text) => parse(generated, text),
    ),
  ];
  // All are warmed before any is measured: an application has more than one schema.
  for (const { contenders } of cases) measure(contenders, { rounds: 1, slice: 8, warm: 30 });
  rows(['schema', 'answer', 'bascule', 'JSON.parse + check', 'ratio', 'beside the value as text'], cases.map(line));
  note(
    'Encoded answers are longer than the values they stand for: the last column reads the value as the text it would be without encoding.',
  );
}

interface Answer {
  readonly name: string;
  readonly bytes: number;
  readonly contenders: readonly Contender<unknown>[];
}

function answer(
  name: string,
  compiled: Compiled,
  value: unknown,
  check: (value: unknown) => unknown,
  read: (text: string) => { readonly issues?: unknown } = compiled.parse,
): Answer {
  const wire = JSON.stringify(compiled.encode(value));
  const text = JSON.stringify(value);
  const parsed = read(wire);
  if (parsed.issues || !check(JSON.parse(text)))
    throw new Error(`${name}: the answer is not taken: ${JSON.stringify(parsed.issues)}`);
  const contenders = [
    contender('bascule', () => read(wire)),
    contender('the same text', wire === text ? () => check(JSON.parse(wire)) : () => [JSON.parse(wire), check(value)]),
    contender('the value', () => check(JSON.parse(text))),
  ];
  return { name, bytes: wire.length, contenders };
}

function line({ name, bytes, contenders }: Answer): string[] {
  const { medians, ratios } = measure(contenders, { rounds: 60, slice: 8, warm: 5 });
  const [ours, theirs] = medians as [number, number];
  const [, ofText, ofValue] = ratios as [number, number, number];
  return [name, `${(bytes / 1024).toFixed(1)} KB`, us(ours), us(theirs), ratio(ofText), ratio(ofValue)];
}

/** Reading JSON text with duplicate keys, depth and exact numbers watched, beside JSON.parse. */
export function reading(): void {
  title('Reading JSON: readJson (duplicate keys, depth, numbers that doubles lose) beside JSON.parse (no target set)');
  const texts = {
    'short answer': JSON.stringify(plainValue.lines.slice(0, 3)),
    'list of objects': JSON.stringify(plainValue),
    'long texts': JSON.stringify(
      items(() => 'A sentence of some length, as models write them, with a "quoted" word. '.repeat(5)),
    ),
    numbers: JSON.stringify(items((index) => items((other) => index * other)).slice(0, 40)),
  };
  const lines = Object.entries(texts).map(([name, text]) => {
    const [ours, theirs] = compare([
      contender('readJson', () => readJson(text, { maxDepth: 500 })),
      contender('JSON.parse', () => JSON.parse(text)),
    ]) as [number, number];
    return [name, `${(text.length / 1024).toFixed(1)} KB`, us(ours), us(theirs), ratio(ours / theirs)];
  });
  rows(['text', 'size', 'readJson', 'JSON.parse', 'ratio'], lines);
}
