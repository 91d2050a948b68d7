import { corpusFiles, type Row, rowsOf } from '../support/corpus.js';

/** The JSON-Schema-Test-Suite, draft-07 and 2020-12, as it lies in the corpus; nothing where the corpus is absent. */
export function suite(): readonly { readonly name: string; readonly rows: readonly Row[] }[] {
  return corpusFiles()
    .filter((name) => name.startsWith('jsts-'))
    .map((name) => ({ name: name.replace(/^jsts-|\.jsonl$/g, ''), rows: rowsOf(name) }));
}

/** Rows by the keyword they test: the file they had in the suite. */
export function byKeyword(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const keyword = row.id.replace(/#.*/, '');
    groups.set(keyword, [...(groups.get(keyword) ?? []), row]);
  }
  return groups;
}
