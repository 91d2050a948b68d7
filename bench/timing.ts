/** What is measured: run many times, each with what `fresh` makes for it outside the clock. */
export interface Contender<Input> {
  readonly name: string;
  readonly fresh?: () => Input;
  run(input: Input): unknown;
}

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

const MOST = 200_000;

/** Kept, so that nothing measured can be optimised away. */
export const kept: unknown[] = [];

/** Microseconds of processor time of one run, over a batch; a busy machine lengthens the hours but not these. */
function time<Input>({ fresh, run }: Contender<Input>, batch: number): number {
  const inputs = Array.from({ length: batch }, () => fresh?.() as Input);
  const from = process.cpuUsage();
  let last: unknown;
  for (const input of inputs) last = run(input);
  const { user, system } = process.cpuUsage(from);
  kept[0] = last;
  return (user + system) / batch;
}

export interface Measured {
  /** Microseconds of one run, by contender. */
  readonly medians: readonly number[];
  /** How many times as long as each contender the first one takes: the median over the rounds, in each of which all met the same machine. */
  readonly ratios: readonly number[];
}

/**
 * Runs the contenders in turn, so that a busy machine slows all of them: `warm` rounds that do not count, then `rounds`, the batch of each sized to about
 * `slice` milliseconds.
 */
export function measure(contenders: readonly Contender<unknown>[], { rounds = 15, slice = 5, warm = 1 } = {}): Measured {
  const batches = contenders.map((contender) => {
    let batch = 1;
    for (let pass = 0; pass < 6 && batch < MOST; pass++)
      batch = Math.max(1, Math.min(batch * 20, MOST, Math.round((slice * 1000) / (time(contender, batch) || 0.01))));
    return batch;
  });
  const round = () => contenders.map((contender, index) => time(contender, batches[index] as number));
  for (let index = 0; index < warm; index++) round();
  const samples = Array.from({ length: rounds }, round);
  return {
    medians: contenders.map((_, index) => median(samples.map((sample) => sample[index] as number))),
    ratios: contenders.map((_, index) => median(samples.map((sample) => (sample[0] as number) / (sample[index] as number)))),
  };
}

/** Median microseconds of one run, by contender. */
export function compare(contenders: readonly Contender<unknown>[], options: { rounds?: number; slice?: number } = {}): number[] {
  return [...measure(contenders, options).medians];
}

/** Types a contender's input, then hides it. */
export function contender<Input>(name: string, run: (input: Input) => unknown, fresh?: () => Input): Contender<unknown> {
  return { name, run: run as (input: unknown) => unknown, ...(fresh && { fresh }) };
}
