import type { LedgerEntry } from '../../src/compiled.js';
import { type Case, compiled, text } from '../support/case.js';
import { canonical } from '../support/same.js';
import { type Validator, validatorFor } from '../support/validator.js';
import { nodeAt, occurrences, withoutKeyword } from '../support/walk.js';

const FATES = ['sent', 'encoded', 'checked', 'inert', 'narrowed'];
/** Keywords that only name places: taking one away breaks what refers to it, whatever its own bearing. */
const NAMING = ['$defs', 'definitions', '$id', '$anchor', '$schema', '$dynamicAnchor', '$vocabulary', 'id'];

function at(entry: { readonly path: string; readonly keyword: string }): string {
  return `${entry.path} ${entry.keyword}`;
}

/** Law 1: every keyword occurrence has exactly one entry with a legal fate; only what was left open adds entries of its own. */
export function ledgerIsComplete(one: Case): void {
  const ledger = compiled(one)?.ledger;
  if (ledger === undefined) return;
  const schema: unknown = one.schema();
  const entries = new Map<string, LedgerEntry>();
  for (const entry of ledger) {
    if (entries.has(at(entry))) throw new Error(`two entries for ${at(entry)}`);
    if (!FATES.includes(entry.fate)) throw new Error(`fate ${entry.fate} of ${at(entry)}`);
    entries.set(at(entry), entry);
  }
  for (const occurrence of occurrences(schema)) {
    if (!entries.delete(at(occurrence))) throw new Error(`dropped in silence: ${at(occurrence)}`);
  }
  for (const entry of entries.values()) {
    if (entry.fate !== 'narrowed') throw new Error(`the source has no ${at(entry)} (${entry.fate})`);
    if (nodeAt(schema, entry.path) === undefined) throw new Error(`narrowed, but no node stands at ${entry.path}`);
  }
}

/** What is called inert can be taken away without changing which values are valid. */
export function inertIsInert(one: Case, dialect: '7' | '2020'): void {
  const schema: unknown = one.schema();
  const values = [...one.values, ...one.others];
  const verdicts = (validate: Validator): string => values.map((value) => String(validate(value))).join();
  const whole = validatorFor(schema, dialect);
  const inert = (compiled(one)?.ledger ?? []).filter((entry) => entry.fate === 'inert' && !NAMING.includes(entry.keyword));
  if (whole === undefined || inert.length === 0) return;
  const less = inert.reduce<unknown>((rest, entry) => withoutKeyword(rest, entry.path, entry.keyword), schema);
  const rest = validatorFor(less, dialect);
  if (rest !== undefined && verdicts(rest) !== verdicts(whole))
    throw new Error(`not inert: one of ${inert.map(at).join(', ')}; values ${text(values)}`);
}

/** What is called sent stands on the wire as it was. */
export function sentIsSent(one: Case): void {
  const result = compiled(one);
  if (result === undefined) return;
  const wire = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [keyword, item] of Object.entries(value)) {
      wire.add(`${keyword}:${canonical(item)}`);
      collect(item);
    }
  };
  collect(result.wire);
  for (const entry of result.ledger) {
    if (entry.fate !== 'sent' || !['pattern', 'format', 'description', 'title', 'const'].includes(entry.keyword)) continue;
    const value = (nodeAt(one.schema(), entry.path) as Record<string, unknown>)[entry.keyword];
    if (
      entry.keyword === 'description'
        ? ![...wire].some((line) => line.startsWith('description:') && line.includes(JSON.stringify(value).slice(1, -1)))
        : !sentAs(wire, entry.keyword, value)
    ) {
      throw new Error(`called sent but not on the wire: ${at(entry)} ${text(value)}`);
    }
  }
}

/** A constant may travel as an enum of one. */
function sentAs(wire: ReadonlySet<string>, keyword: string, value: unknown): boolean {
  if (wire.has(`${keyword}:${canonical(value)}`)) return true;
  return keyword === 'const' && [...wire].some((line) => line.startsWith('enum:') && line.includes(canonical(value)));
}
