import { freeName } from '../ir/recode.js';

/** Names that mean something else in a generated module. */
const TAKEN = new Set(
  (
    'Decoded Decoder Json OutputFormat ToolMaker Static StaticDecode FormatRegistry TypeRegistry ' +
    'Date Map NonNullable Promise Set URL Uint8Array'
  ).split(' '),
);

/** Words of the scripts whose letters every version of Unicode in use agrees about. */
const WORD =
  /(?:[A-Za-z0-9]|(?=\p{ID_Continue})[\u00c0-\u024f\u0370-\u052f\u05d0-\u06d3\u0900-\u097f\u3041-\u30ff\u4e00-\u9fef\uac00-\ud7a3])+/gu;

/** A type name out of any text: `line-item` and `#/$defs/line_item` give `LineItem`. */
export function typeName(text: string): string {
  const tail = text.slice(text.lastIndexOf('/') + 1);
  const words = tail.match(WORD) ?? [];
  const name = words.map((word) => word.replace(/^[a-z]/, (letter) => letter.toUpperCase())).join('');
  if (name === '' || TAKEN.has(name)) return `${name}Value`;
  return /^\p{ID_Start}/u.test(name) ? name : `Value${name}`;
}

/** Type names for the definitions of a document, none of them reserved, in document order. */
export function typeNames(definitions: Iterable<string>, reserved: readonly string[]): Map<string, string> {
  const used = new Set(reserved);
  const names = new Map<string, string>();
  for (const definition of definitions) {
    const name = freeName(typeName(definition), (candidate) => used.has(candidate));
    used.add(name);
    names.set(definition, name);
  }
  return names;
}
