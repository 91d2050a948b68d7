import { compile } from '../../../src/compile.js';
import type { Compiled } from '../../../src/compiled.js';
import { SchemaError } from '../../../src/diagnostics/schema-error.js';
import { type Difference, diff } from '../../../src/diff/index.js';
import type { LoadedSchema } from '../../load/load-target.js';
import type { Result } from '../../work.js';
import { sameCode } from './closed-code.js';
import type { Pair } from './pairs.js';

/** What became of one schema. */
export type Compared =
  | { readonly state: 'compared'; readonly before: LoadedSchema; readonly after: LoadedSchema; readonly difference: Difference }
  | { readonly state: 'added'; readonly after: LoadedSchema }
  | { readonly state: 'removed'; readonly before: LoadedSchema }
  /** Another export says the very same. */
  | { readonly state: 'renamed'; readonly before: LoadedSchema; readonly after: LoadedSchema; readonly difference: Difference }
  /** One of the two cannot be compiled, so there is nothing to compare. */
  | {
      readonly state: 'uncompilable';
      readonly before: LoadedSchema;
      readonly after: LoadedSchema;
      readonly side: 'before' | 'after' | 'both';
      readonly reason: string;
    };

export type ResultPair = Pair<LoadedSchema, Result>;

const MOST_RENAMES = 200;

/** Compares pairs of schemas; both are compiled with the settings that hold for the newer one. `unchanged`: nothing a pair is made of changed. */
export async function compareAll(pairs: readonly ResultPair[], unchanged: (pair: ResultPair) => boolean): Promise<Compared[]> {
  const whole = pairs.flatMap(({ before, after }) => (before && after ? [{ before, after }] : []));
  const gone = pairs.flatMap(({ before, after }) => (before && !after ? [before] : []));
  const came = pairs.flatMap(({ before, after }) => (after && !before ? [after] : []));
  const compared: Compared[] = [];
  for (const pair of whole) {
    compared.push(compareOne(pair.before, pair.after, unchanged(pair)));
    // A pause lets Ctrl-C and the progress line through.
    await new Promise(setImmediate);
  }
  return [...compared, ...movedOnes(gone, came)];
}

function compareOne(before: LoadedSchema, { schema: after, compiled, diagnostics }: Result, unchanged: boolean): Compared {
  const was = compiledAs(before, compiled);
  if (compiled === undefined || typeof was === 'string') {
    const reason = typeof was === 'string' ? was : (diagnostics.find(({ severity }) => severity === 'error')?.message ?? '');
    const side = compiled !== undefined ? 'before' : typeof was === 'string' ? 'both' : 'after';
    return { state: 'uncompilable', before, after, side, reason };
  }
  return { state: 'compared', before, after, difference: diff(was, compiled, { sameCode, unchanged }) };
}

/** The older schema compiled as the newer one was; the reason where that cannot be. */
function compiledAs({ schema }: LoadedSchema, newer: Compiled | undefined): Compiled | string {
  try {
    return compile(schema, newer?.options ?? {}) as Compiled;
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return error.diagnostics.find(({ severity }) => severity === 'error')?.message ?? error.message;
  }
}

/** What is gone and what came; where one of each says the very same, it was renamed. */
function movedOnes(gone: readonly LoadedSchema[], came: readonly Result[]): Compared[] {
  const left = new Set(came);
  let tries = 0;
  const found = gone.map((before): Compared => {
    for (const after of left) {
      if (++tries > MOST_RENAMES) break;
      const compared = compareOne(before, after, false);
      if (compared.state !== 'compared' || compared.difference.changes.some(({ note }) => !note)) continue;
      left.delete(after);
      return { ...compared, state: 'renamed' };
    }
    return { state: 'removed', before };
  });
  return [...found, ...[...left].map(({ schema }): Compared => ({ state: 'added', after: schema }))];
}
