import type { CompileOptions, LedgerEntry } from '../compiled.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { pointer } from '../ir/pointer.js';
import type { CodedShape, Document, Notes, Shape } from '../ir/shape.js';
import { hints } from '../keywords/index.js';
import type { Occurrence, Source } from '../read/source.js';
import { fateOf } from './fates.js';
import { readIn, type Uses, usesOf, wrongPinsIn } from './uses.js';
import { fateOfWords, isWords } from './words.js';

/** The fate of every keyword occurrence of the source, then of whatever it left open without a keyword. */
export function ledgerOf(source: Source, document: Document): readonly LedgerEntry[] {
  const uses = usesOf(document);
  const read = readIn(source.document);
  const checkedParts = [...uses.checked.values()].map((facet) => pointer(facet.path, facet.keyword));
  const entries: LedgerEntry[] = [];
  const stated = new Set<string>();
  for (const occurrence of source.occurrences()) {
    const at = pointer(occurrence.path, occurrence.keyword);
    if (stated.has(at)) continue;
    stated.add(at);
    const known = occurrence.like === undefined || uses.shapes.has(occurrence.path) || uses.losses.has(at);
    const found = entry(
      known ? occurrence : { ...occurrence, path: occurrence.like as string },
      known ? at : pointer(occurrence.like as string, occurrence.keyword),
      uses,
      checkedParts,
      read,
    );
    entries.push({ ...found, path: occurrence.path });
  }
  for (const [at, loss] of uses.losses)
    if (!stated.has(at)) entries.push({ path: loss.path, keyword: loss.keyword, fate: 'narrowed', note: loss.note });
  return entries;
}

function entry(
  occurrence: Occurrence,
  at: string,
  uses: Uses,
  checkedParts: readonly string[],
  read: ReadonlyMap<string, Notes>,
): LedgerEntry {
  const { path, keyword } = occurrence;
  const loss = uses.losses.get(at);
  if (loss) return { path, keyword, fate: 'narrowed', note: loss.note };
  if (occurrence.inert !== undefined) return { path, keyword, fate: 'inert', note: occurrence.inert };
  const checked = uses.checked.get(at) ?? conditional(keyword, path, uses);
  if (checked) {
    const [hint] = hints([checked], shapeFor(uses, path));
    return { path, keyword, fate: 'checked', ...(hint !== undefined && { hint }) };
  }
  if (uses.sent.has(at)) return { path, keyword, fate: 'sent' };
  if (keyword === 'title' && uses.grouped.has(path))
    return { path, keyword, fate: 'encoded', note: 'among the words about the list that it shares' };
  const shapes = uses.shapes.get(path);
  if (!shapes) {
    const part = checkedParts.find((start) => path === start || path.startsWith(`${start}/`)) ?? conditionalPart(path);
    if (part !== undefined) return { path, keyword, fate: 'checked', note: 'part of a condition' };
    if (read.has(path))
      return { path, keyword, fate: 'encoded', note: 'no value that can occur here is left, so nothing of it is sent' };
    return { path, keyword, fate: 'inert', note: 'nothing refers to this definition' };
  }
  const codec = shapes.find((shape): shape is CodedShape => shape.kind === 'coded')?.codec;
  const fate =
    isWords(keyword) && !uses.grouped.has(path)
      ? fateOfWords(keyword, read.get(path)?.[keyword], shapes)
      : fateOf(keyword, shapes);
  return {
    path,
    keyword,
    fate: fate.fate,
    ...(fate.fate === 'encoded' && codec !== undefined && { codec }),
    ...(fate.note !== undefined && { note: fate.note }),
  };
}

/** `then` and `else` share the fate of their `if`. */
function conditional(keyword: string, path: string, uses: Uses) {
  return keyword === 'then' || keyword === 'else' ? uses.checked.get(pointer(path, 'if')) : undefined;
}

const CONDITION = /\/(not|if|then|else|contains|propertyNames|dependentSchemas|dependencies|anyOf|oneOf)(\/|$)/;

function conditionalPart(path: string): string | undefined {
  return CONDITION.test(path) ? path : undefined;
}

function shapeFor(uses: Uses, path: string): Shape {
  return uses.shapes.get(path)?.[0] ?? { kind: 'any', path };
}

/** One finding for each entry that is narrowed: nothing is closed in silence. */
export function narrowings(ledger: readonly LedgerEntry[]): readonly Diagnostic[] {
  return ledger
    .filter((entry) => entry.fate === 'narrowed')
    .map(({ path, keyword, note }) => ({
      code: 'narrowed',
      severity: 'info',
      path,
      message: `\`${keyword}\` is narrowed: ${note ?? 'some valid values can not be said'}.`,
      help: "Say in the schema what is allowed, or compile with `openness: 'keep'`.",
    }));
}

/** One finding for each place where the schema's own pins (`bascule`) say what means nothing. */
export function wrongPins({ document }: Source): readonly Diagnostic[] {
  return wrongPinsIn(document).map(({ path, wrong }) => ({
    code: 'wrong-pin',
    severity: 'warning',
    path,
    message: `What \`bascule\` asks here is not understood: ${wrong}. It has no effect.`,
    help: "Say `{ encode: 'optional' | 'nullable' | 'list' | 'entries' | 'bare' | 'tagged' | 'lists' }`, and `strict: true | false` at the root of a tool's input.",
  }));
}

/** One finding for each pin in the option `encode` whose path is no place in the source. */
export function unknownPins(options: CompileOptions, source: Source): readonly Diagnostic[] {
  const pins = Object.keys(options.encode ?? {});
  if (pins.length === 0) return [];
  const paths = readIn(source.document);
  return pins
    .filter((path) => !paths.has(path))
    .map((path) => ({
      code: 'unknown-pin',
      severity: 'warning',
      path,
      message: 'The option `encode` names this path, but the schema has no such node, so nothing is pinned.',
      help: 'Use the JSON Pointer of the property or union, as the ledger prints it.',
    }));
}
