import { transformJSONSchema } from '@anthropic-ai/sdk/lib/transform-json-schema';
import { compile } from '../src/index.js';
import { note, ratio, rows, title, us } from './report.js';
import { corpus, GROWING, type Schema } from './schemas.js';
import { kept, median, quantile } from './timing.js';

const ROUNDS = 5;

interface Timed {
  readonly ours: number;
  readonly sdk: number;
  readonly both: boolean;
}

/** Compile of each schema of a corpus, cold as for a new schema object, beside the SDK's transform of the same. */
export function compileCorpus(): void {
  title('Compile of real schemas, µs a schema, beside the SDK’s transformJSONSchema (target: median at most 3 ×)');
  const files = corpus();
  if (!files) note('No corpus of real schemas here, so generated ones of 10 to 40 properties instead.');
  const sets = files ?? [
    { name: 'generated', schemas: Object.values(GROWING).flatMap((make) => [make(10), make(20), make(40)]) },
  ];
  for (const { schemas } of sets) for (const schema of schemas) time(schema); // warm-up
  const all: Timed[] = [];
  const lines = sets.map(({ name, schemas }) => {
    const timed = schemas.map(perSchema);
    all.push(...timed);
    return line(name, timed);
  });
  rows(
    ['schemas of', 'count', 'bascule', 'p90', 'SDK', 'p90', 'ratio of medians', 'median of ratios', 'p90 of ratios'],
    [
      ...lines,
      line('all', all),
      line(
        'both compile',
        all.filter(({ both }) => both),
      ),
    ],
  );
  note(
    `bascule also plans the way back, which the SDK’s transform has not. Medians of ${ROUNDS} interleaved runs of each schema, after a pass over all.`,
  );
}

function line(name: string, timed: readonly Timed[]): string[] {
  const ours = timed.map((one) => one.ours);
  const sdk = timed.map((one) => one.sdk);
  const ratios = timed.map((one) => one.ours / one.sdk);
  return [
    name,
    String(timed.length),
    us(median(ours)),
    us(quantile(ours, 0.9)),
    us(median(sdk)),
    us(quantile(sdk, 0.9)),
    ratio(median(ours) / median(sdk)),
    ratio(median(ratios)),
    ratio(quantile(ratios, 0.9)),
  ];
}

function perSchema(schema: Schema): Timed {
  const runs = Array.from({ length: ROUNDS }, () => time(schema));
  return { ours: median(runs.map((run) => run.ours)), sdk: median(runs.map((run) => run.sdk)), both: runs[0]?.both === true };
}

/** One run each, on copies of their own: `compile` answers the same object from its cache. */
function time(schema: Schema): Timed {
  const ours = clock(structuredClone(schema), (copy) => compile(copy));
  const sdk = clock(structuredClone(schema), (copy) => transformJSONSchema(copy as never));
  return { ours: ours.micros, sdk: sdk.micros, both: ours.ok && sdk.ok };
}

function clock(copy: Schema, run: (copy: Schema) => unknown): { readonly micros: number; readonly ok: boolean } {
  const from = performance.now();
  let ok = true;
  try {
    kept[0] = run(copy);
  } catch {
    ok = false;
  }
  return { micros: (performance.now() - from) * 1000, ok };
}
