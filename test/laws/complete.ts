import { EncodeError } from '../../src/answer/encode-error.js';
import type { Compiled, CompileOptions } from '../../src/compiled.js';
import type { Json } from '../../src/ir/json.js';
import { type Case, compiled, text } from '../support/case.js';
import { jsonCopy } from '../support/same.js';
import { type Validator, validatorFor } from '../support/validator.js';

export interface Told {
  readonly value: unknown;
  readonly wire: Json;
}

/** Encodes the admitted values; a refusal must name the narrowed entries that explain it, and where nothing may be narrowed there is none. */
export function encodings(one: Case, result: Compiled, mayNarrow: boolean): Told[] {
  const narrowed = new Set(result.ledger.filter((entry) => entry.fate === 'narrowed').map((entry) => entry.path));
  const told: Told[] = [];
  for (const value of one.values) {
    try {
      told.push({ value, wire: result.encode(value) });
    } catch (error) {
      if (!(error instanceof EncodeError)) throw error;
      // What JSON has no form for, a bigint where anything may stand, is beyond every wire.
      const said = error.issues.filter(({ code }) => code !== 'not-json');
      if (said.length === 0 && error.issues.length > 0) continue;
      const explained = said.every((issue) => issue.narrowedBy !== undefined && narrowed.has(issue.narrowedBy));
      if (!explained) throw new Error(`unsayable without a reason: ${text(value)}: ${error.message}`, { cause: error });
      if (!mayNarrow) throw new Error(`narrowed although nothing is open: ${text(value)}: ${error.message}`, { cause: error });
    }
  }
  return told;
}

/** Law 3: every admitted value can be encoded, and its encoding is valid on the wire; nothing else can be encoded. */
export function everyValueIsSayable(one: Case, options: CompileOptions = {}): void {
  const result = compiled(one, options);
  if (result === undefined) return;
  const validate = validatorFor(result.wire, '2020') as Validator;
  for (const { value, wire } of encodings(one, result, one.narrows[options.openness === 'keep' ? 'keep' : 'close'])) {
    if (validate(jsonCopy(wire)) !== true)
      throw new Error(`not valid on the wire: ${text(value)} as ${text(wire)} against ${text(result.wire)}`);
  }
  for (const value of one.others) onlyEncodeErrors(result, value);
}

function onlyEncodeErrors(result: Compiled, value: unknown): void {
  try {
    result.encode(value);
  } catch (error) {
    if (error instanceof EncodeError && error.issues.length > 0) return;
    throw error;
  }
  throw new Error(`encoded although the source rejects it: ${text(value)}`);
}
