import type { CompileOptions, Decoded } from '../../src/compiled.js';
import { type Case, compiled, text } from '../support/case.js';
import { jsonCopy, same } from '../support/same.js';
import { encodings } from './complete.js';

/** Law 4: what was encoded comes back as finishing the value makes it, from the wire value and from its text. */
export function valuesGoRound(one: Case, options: CompileOptions = {}): void {
  const result = compiled(one, options);
  if (result === undefined) return;
  for (const { value, wire } of encodings(one, result, true)) {
    const expected = one.expected(value);
    const ways: Record<string, Decoded<unknown>> = {
      decode: result.decode(jsonCopy(wire)),
      parse: result.parse(JSON.stringify(wire)),
      'parse, indented': result.parse(JSON.stringify(wire, undefined, 2)),
    };
    for (const [way, back] of Object.entries(ways)) {
      if (back.issues !== undefined)
        throw new Error(`${way}: ${text(value)} as ${text(wire)} came back as issues ${text(back.issues)}`);
      if (!same(back.value, expected))
        throw new Error(`${way}: ${text(value)} as ${text(wire)} came back as ${text(back.value)}, not as ${text(expected)}`);
      if (one.dialect === 'json-schema' && back.repairs.length > 0)
        throw new Error(`${way}: ${text(wire)} was repaired: ${text(back.repairs)}`);
    }
  }
}
