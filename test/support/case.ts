import type { Compiled, CompileOptions } from '../../src/compiled.js';
import { compile, SchemaError } from '../../src/index.js';

/** A schema of some dialect with values, and the dialect's own word on what is right. */
export interface Case {
  /** A fresh copy, so that no cache answers for the compiler. */
  schema(): unknown;
  /** Inputs the schema admits. */
  readonly values: readonly unknown[];
  /** Inputs it does not. */
  readonly others: readonly unknown[];
  /** What finishing makes of an input. */
  expected(value: unknown): unknown;
  /** Whether an output can be what the schema makes of some input; `undefined`: there is no telling. */
  accepts(output: unknown): boolean | undefined;
  /** Whether some admitted value may be unsayable: by default, and with openness `keep`. */
  readonly narrows: { readonly close: boolean; readonly keep: boolean };
  readonly dialect: 'json-schema' | 'zod' | 'typebox';
}

const refusals = new Map<string, number>();

/** How often compiling was refused, by the code of the first error. */
export function refusalCounts(): ReadonlyMap<string, number> {
  return refusals;
}

/** Compiles; a `SchemaError` must carry findings and may only be thrown for a schema that admits no value we know. */
export function compiled(one: Case, options: CompileOptions = {}): Compiled | undefined {
  try {
    return compile<unknown>(one.schema(), options);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    const errors = error.diagnostics.filter((finding) => finding.severity === 'error');
    if (errors.length === 0) throw new Error('SchemaError without a finding', { cause: error });
    for (const finding of errors) {
      if (!finding.code || typeof finding.path !== 'string' || !finding.message || !finding.help)
        throw new Error(`poor finding: ${JSON.stringify(finding)}`);
    }
    const code = errors[0]?.code ?? '';
    if (code === 'unreadable') throw new Error(`a fault of the compiler itself: ${error.message}`, { cause: error });
    refusals.set(code, (refusals.get(code) ?? 0) + 1);
    if (one.values.length > 0)
      throw new Error(`refused although it admits ${text(one.values[0])}: ${error.message}`, { cause: error });
    return undefined;
  }
}

/** A value in words, for failures. */
export function text(value: unknown): string {
  try {
    return (
      JSON.stringify(value, (_, item: unknown) =>
        typeof item === 'bigint'
          ? `${item}n`
          : item instanceof Map
            ? { Map: [...item] }
            : item instanceof Set
              ? { Set: [...item] }
              : item,
      ) ?? String(value)
    );
  } catch {
    return String(value);
  }
}
