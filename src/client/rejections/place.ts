import { pointer } from '../../ir/pointer.js';

/** `output_config.format.schema.properties.a`, `tools.3.custom.input_schema.properties`: what comes after the schema itself. */
const AFTER_SCHEMA =
  /\b(?:(?:output_config\.format|output_format)\.schema|tools\.\d+(?:\.custom)?(?:\.input_schema)?)((?:\.[\w$-]+)+)/;
/** `#/properties/a`, `$.properties.a`, `at properties.a`. */
const WRITTEN = /(?:^|[\s'"`(#$])[./]?((?:properties|items|anyOf|\$defs)[./][\w$.~/-]+)/;

/** The deepest place of a wire schema that the API's words name, as a JSON Pointer into it; `''` where they name none. */
export function placeIn(words: string, wire: object): string {
  const [, after, written] = AFTER_SCHEMA.exec(words) ?? [undefined, undefined, WRITTEN.exec(words)?.[1]];
  let rest = after ?? written ?? '';
  let at = '';
  let node: unknown = wire;
  while (rest !== '') {
    rest = rest.replace(/^[./]/, '');
    const key = longestKey(node, rest);
    if (key === undefined) break;
    node = (node as Record<string, unknown>)[key];
    at = pointer(at, key);
    rest = rest.slice(escaped(key, rest).length);
  }
  return at;
}

/** Whether a place is the other one or below it. */
export function isInside(at: string, place: string): boolean {
  return at === place || at.startsWith(`${place}/`);
}

/** Keys may hold the very dots that part the words. */
function longestKey(node: unknown, rest: string): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const begins = (key: string) => {
    const written = escaped(key, rest);
    return written !== '' && rest.startsWith(written) && /^([./]|$)/.test(rest.slice(written.length));
  };
  return Object.keys(node)
    .filter(begins)
    .sort((a, b) => b.length - a.length)[0];
}

/** The key as a pointer or a dotted path writes it. */
function escaped(key: string, rest: string): string {
  const written = pointer('', key).slice(1);
  return rest.startsWith(written) ? written : key;
}
