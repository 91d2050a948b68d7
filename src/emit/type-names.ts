import { freeName } from '../ir/recode.js';

/** Names that mean something else in a generated module. */
const TAKEN = new Set(
  (
    'Decoded Decoder Json OutputFormat ToolMaker Static StaticDecode FormatRegistry TypeRegistry ' +
    'Date Map NonNullable Promise Set URL Uint8Array'
  ).split(' '),
);

/** A type name out of any text: `line-item` and `#/$defs/line_item` give `LineItem`. */
export function typeName(text: string): string {
  const tail = text.slice(text.lastIndexOf('/') + 1);
  const words = tail.match(/[\p{L}\p{Nd}]+/gu) ?? [];
  const name = words.map((word) => word.replace(/^[a-z]/, (letter) => letter.toUpperCase())).join('');
  if (name === '' || TAKEN.has(name)) return `${name}Value`;
  return /^\p{L}/u.test(name) ? name : `Value${name}`;
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
