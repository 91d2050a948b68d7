import { sameJson } from '../ir/equal.js';
import { isJson } from '../ir/json.js';
import type { Verdict } from './difference.js';
import { readsAlike } from './reads-alike.js';
import type { Side } from './side.js';
import { valuesOf } from './witness/search.js';

const MOST = 120;

/**
 * Whether answers kept as the text that the model wrote can still be read: another schema may have another encoding,
 * though it admits the same values.
 */
export function textVerdict(writer: Side, reader: Side, values: Verdict): Verdict {
  if (values.verdict === 'breaks') return values;
  if (readsAlike(writer.compiled.lowered, reader.compiled.lowered)) return values;
  let tried = 0;
  for (const value of valuesOf(writer, reader, MOST)) {
    tried++;
    const wire = writer.compiled.encode(value);
    const read = reader.compiled.decode(wire);
    const issues = read.issues ?? otherwise(read.value, reader.source.finish(value));
    if (issues) return { verdict: 'breaks', witness: { value, text: JSON.stringify(wire), issues }, path: '' };
  }
  if (values.verdict === 'undecided') return values;
  return { verdict: 'undecided', reason: 'the answers are encoded in another way', path: '', tried };
}

function otherwise(read: unknown, expected: object) {
  if (!('value' in expected) || !isJson(read) || !isJson(expected.value) || sameJson(read, expected.value)) return undefined;
  return [{ path: [], code: 'other-value', message: `The text is read as another value: ${JSON.stringify(read)}.`, value: read }];
}
