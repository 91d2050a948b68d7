import { partialParse } from '@anthropic-ai/sdk/_vendor/partial-json-parser/parser';
import { JSONParser } from '@streamparser/json';
import { parsePartialJson } from 'ai';
import { parse } from 'jsonriver';
import { z } from 'zod';
import { PartialReader } from '../src/answer/partial/reader.js';
import { loaded } from '../src/answer/program.js';
import { compile } from '../src/index.js';
import { note, ratio, rows, title, us } from './report.js';
import { kept, median } from './timing.js';

const DELTA = 20;
const SIZES = [10_000, 100_000, 1_000_000];
const Row = z.object({
  id: z.int(),
  sku: z.string(),
  note: z.string(),
  price: z.number(),
  paid: z.boolean(),
  at: z.array(z.number()),
  state: z.enum(['new', 'used']),
});
const { lowered } = loaded(compile(z.array(Row)).program);

/** One array of records, about so many characters of text. */
function records(size: number): string {
  const list: unknown[] = [];
  for (let index = 0, length = 0; length < size; index++) {
    const record = {
      id: index,
      sku: `A-${index}-${(index * 7) % 1000}`,
      note: 'A sentence of some length, as models write them.'.slice(0, 10 + (index % 38)),
      price: index * 1.25,
      paid: index % 2 === 0,
      at: [index, index / 2],
      state: index % 3 ? 'new' : 'used',
    };
    list.push(record);
    length += JSON.stringify(record).length + 1;
  }
  return JSON.stringify(list);
}

function deltas(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / DELTA) }, (_, index) => text.slice(index * DELTA, (index + 1) * DELTA));
}

type Run = () => unknown;

function reading(pieces: readonly string[], schema: boolean): Run {
  return () => {
    const reader = new PartialReader(schema ? lowered : undefined, { maxDepth: 500 });
    for (const piece of pieces) {
      reader.push(piece);
      kept[1] = reader.value;
    }
    reader.end();
    if (reader.issues.length > 0) throw new Error(JSON.stringify(reader.issues));
    return reader.value;
  };
}

/** The whole prefix again after each delta. */
function again(pieces: readonly string[], read: (prefix: string) => unknown): Run {
  return async () => {
    let text = '';
    for (const piece of pieces) {
      text += piece;
      kept[1] = await read(text);
    }
    return kept[1];
  };
}

/** Milliseconds of processor time, the runs interleaved; a run that takes long is not repeated often. */
async function compared(runs: Readonly<Record<string, Run>>, times: number): Promise<Record<string, number>> {
  const samples: Record<string, number[]> = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round <= times; round++)
    for (const [name, run] of Object.entries(runs)) {
      const from = process.cpuUsage();
      kept[0] = await run();
      const { user, system } = process.cpuUsage(from);
      if (round > 0) samples[name]?.push((user + system) / 1000); // the first is the warm-up
    }
  return Object.fromEntries(Object.entries(samples).map(([name, all]) => [name, median(all)]));
}

/** A value that is read after each delta of 20 characters, beside peers. */
export async function streaming(): Promise<void> {
  await growth();
  await peers();
  await prefixes();
}

async function growth(): Promise<void> {
  title(
    `A growing array of records, read after every delta of ${DELTA} characters (targets: ≤ 2.2 × a doubling, ≤ 12 × JSON.parse at 1 MB)`,
  );
  const texts = SIZES.map(records);
  const runs = texts.flatMap((text, index): [string, Run][] => {
    const pieces = deltas(text);
    return [
      [`parse ${index}`, () => JSON.parse(text)],
      [`schema ${index}`, reading(pieces, true)],
      [`raw ${index}`, reading(pieces, false)],
    ];
  });
  const ms = await compared(Object.fromEntries(runs), 25);
  const figures = (what: string) => texts.map((_, index) => ms[`${what} ${index}`] as number);
  const [whole, schema, raw] = [figures('parse'), figures('schema'), figures('raw')];
  const doubling = (times: readonly number[], index: number) => {
    const [before, from, to] = [times[index - 1], texts[index - 1]?.length, texts[index]?.length];
    return before && from && to ? ratio(((times[index] as number) / before) ** (1 / Math.log2(to / from))) : '';
  };
  const line = (index: number): string[] => {
    const [least, ours, any] = [whole[index] as number, schema[index] as number, raw[index] as number];
    return [
      `${Math.round((texts[index]?.length ?? 0) / 1000)} kB`,
      us(least * 1000),
      doubling(whole, index),
      us(ours * 1000),
      ratio(ours / least),
      doubling(schema, index),
      us(any * 1000),
      ratio(any / least),
      doubling(raw, index),
    ];
  };
  rows(
    ['text', 'JSON.parse', 'a doubling', 'with schema', 'ratio', 'a doubling', 'any JSON', 'ratio', 'a doubling'],
    texts.map((_, index) => line(index)),
  );
  note(
    'A doubling: the mean over those since the size before. Collecting garbage is part of all times, and of the large ones more.',
  );
}

async function peers(): Promise<void> {
  const text = records(1_000_000);
  const pieces = deltas(text);
  title('The same, 1 MB, beside incremental parsers (target: no slower)');
  const stream = async function* () {
    yield* pieces;
  };
  const streamparser =
    (options: object): Run =>
    () => {
      const parser = new JSONParser(options);
      parser.onValue = ({ value }) => {
        kept[1] = value;
      };
      for (const piece of pieces) parser.write(piece);
      return kept[1];
    };
  const ms = await compared(
    {
      'bascule, with schema': reading(pieces, true),
      'bascule, any JSON': reading(pieces, false),
      jsonriver: async () => {
        for await (const value of parse(stream())) kept[1] = value;
        return kept[1];
      },
      '@streamparser/json, partial values': streamparser({ emitPartialTokens: true, emitPartialValues: true }),
      '@streamparser/json, whole values': streamparser({}),
    },
    5,
  );
  const ours = ms['bascule, with schema'] as number;
  rows(
    ['parser', 'time', 'beside ours'],
    Object.entries(ms).map(([name, time]) => [name, us(time * 1000), ratio(time / ours)]),
  );
}

async function prefixes(): Promise<void> {
  const text = records(100_000);
  const pieces = deltas(text);
  title('The same, 100 kB, beside parsing the whole prefix again after each delta (target: ≥ 150 × faster)');
  const ours = await compared({ ours: reading(pieces, true) }, 15);
  const theirs = await compared(
    {
      'the SDK (partial-json-parser)': again(pieces, partialParse),
      'the AI SDK (parsePartialJson)': again(pieces, parsePartialJson),
    },
    1,
  );
  const { ours: time = 0 } = ours;
  rows(
    ['parser', 'time', 'beside ours'],
    [
      ['bascule, with schema', us(time * 1000), ratio(1)],
      ...Object.entries(theirs).map(([name, ms]) => [name, us(ms * 1000), ratio(ms / time)]),
    ],
  );
  note('Times are of the processor; a collection of garbage may fall into any of them.');
}
