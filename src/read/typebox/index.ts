import { readDocument } from '../json-schema/index.js';
import type { Findings, ReadOptions, Source } from '../source.js';
import { finisher } from './finish.js';
import { isTypeBox, versionOf } from './recognise.js';
import { Reading } from './site.js';
import { special } from './special.js';

export { provideTypeBox } from './library.js';
export type { TypeBoxInput, TypeBoxOutput, TypeBoxSchema } from './types.js';
export { isTypeBox };

/** Reads a schema made with `typebox` 1.x or `@sinclair/typebox` 0.34. A codec or transform is read as what it decodes from. */
export function readTypeBox(schema: Record<string, unknown>, findings: Findings, options: ReadOptions): Source {
  const version = versionOf(schema) ?? 'v1';
  const reading = new Reading(schema, version, findings);
  const { document, occurrences } = readDocument(schema, findings, { ...options, special: special(reading) });
  const finish = finisher(schema, version);
  return {
    dialect: 'typebox',
    madeBy: version === 'v1' ? 'typebox' : '@sinclair/typebox',
    document,
    occurrences: () => reading.meanings.apply(occurrences()),
    code: () => reading.code,
    finish,
    finishAsync: async (value) => finish(value),
  };
}
