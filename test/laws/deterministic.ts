import type { CompileOptions, Mode } from '../../src/compiled.js';
import { compile } from '../../src/index.js';
import { type Case, compiled } from '../support/case.js';
import { jsonCopy } from '../support/same.js';

function equal(what: string, left: string, right: string): void {
  if (left !== right) throw new Error(`${what}:\n${left}\n${right}`);
}

/** Law 6: same input, same bytes; and what was lowered once is not lowered again. */
export function compilesTheSame(one: Case, mode: Mode, more: CompileOptions = {}): void {
  const options = { ...more, mode };
  const first = compiled(one, options);
  const second = compiled(one, options);
  if (first === undefined || second === undefined) return;
  const wire = JSON.stringify(first.wire);
  equal('two copies compile to different wires', wire, JSON.stringify(second.wire));
  equal('two copies have different ledgers', JSON.stringify(first.ledger), JSON.stringify(second.ledger));
  equal('two copies have different fingerprints', first.fingerprint, second.fingerprint);
  const again = compile(jsonCopy(first.wire), options);
  equal(`not idempotent (${mode})`, wire, JSON.stringify(again.wire));
}
