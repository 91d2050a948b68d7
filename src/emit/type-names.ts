import { freeName } from '../ir/recode.js';

/** Names that a generated module already has a meaning for. */
const TAKEN = new Set(['Decoded', 'Json', 'OutputFormat', 'StrictTool', 'ToolOptions', 'Source']);

/** A type name out of any text: `line-item` and `#/$defs/line_item` give `LineItem`. */
export function typeName(text: string): string {
  const tail = text.slice(text.lastIndexOf('/') + 1);
  const words = tail.match(/[A-Za-z0-9]+/g) ?? [];
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  if (name === '') return 'Value';
  return /^[0-9]/.test(name) ? `Value${name}` : name;
}

/** Type names for the definitions of a document, none of them taken, in document order. */
export function typeNames(definitions: Iterable<string>, reserved: readonly string[]): Map<string, string> {
  const used = new Set([...TAKEN, ...reserved]);
  const names = new Map<string, string>();
  for (const definition of definitions) {
    const name = freeName(typeName(definition), (candidate) => used.has(candidate));
    used.add(name);
    names.set(definition, name);
  }
  return names;
}
