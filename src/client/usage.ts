/** Tokens over all requests of one call. Whatever else the API counts is summed under the same names. */
export interface Usage {
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cache_creation_input_tokens?: number;
  readonly cache_read_input_tokens?: number;
  readonly [name: string]: unknown;
}

/** Adds numbers, also in objects inside; of anything else the later value stands. */
export function sumUsage(all: readonly unknown[]): Usage {
  return all.reduce<Usage>((sum, next) => add(sum, next) as Usage, { input_tokens: 0, output_tokens: 0 });
}

function add(a: unknown, b: unknown): unknown {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (!isCount(a) || !isCount(b)) return b ?? a;
  const sum: Record<string, unknown> = { ...a };
  for (const [name, value] of Object.entries(b)) sum[name] = name in a ? add(a[name], value) : value;
  return sum;
}

function isCount(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
