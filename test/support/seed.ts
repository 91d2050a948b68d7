import fc from 'fast-check';

const given = process.env['BASCULE_SEED'];

/** Seed of every property: fixed, so that a run can be repeated; `BASCULE_SEED=n` sets it, `BASCULE_SEED=random` draws one. */
export const SEED =
  given === undefined || given === '' ? 20_261_123 : given === 'random' ? Date.now() % 2 ** 31 : Number(given) | 0;

// Properties that are asserted directly are repeated by it too.
fc.configureGlobal({ seed: SEED });

const factor = Number(process.env['BASCULE_RUNS'] ?? 1);

let schemas = 0;

/** Counts a schema that a law was put to. */
export function countSchema(): void {
  schemas++;
}

export function schemaCount(): number {
  return schemas;
}

/** How often a property is tried; `BASCULE_RUNS=10` multiplies it. */
export function runs(times: number): number {
  return Math.max(1, Math.round(times * factor));
}

/** Puts a property to generated values; a failure prints the shrunk counterexample, the seed and the way to it. */
export function check<Value>(arbitrary: fc.Arbitrary<Value>, times: number, property: (value: Value) => void): void {
  fc.assert(
    fc.property(arbitrary, (value) => {
      countSchema();
      property(value);
    }),
    { numRuns: runs(times), seed: SEED, includeErrorInReport: true },
  );
}
