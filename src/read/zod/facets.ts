import type { Facet } from '../../ir/shape.js';

/** A format that every value has (`exact`), or some. */
export function formatFacet(value: string, exact: boolean, path: string): Facet {
  return exact ? { keyword: 'format', value, path } : { keyword: 'format', value, path, wider: true };
}

/** A regular expression with those of its flags that bear on what it matches. */
export function patternFacet(pattern: RegExp, path: string, words?: string): Facet {
  const flags = pattern.flags === '' ? '' : pattern.flags.replace(/[dgu]/g, '');
  return { keyword: 'pattern', value: pattern.source, path, ...(flags !== '' && { flags }), ...hint(words) };
}

/** A check that JSON Schema has no keyword for. */
export function refine(path: string, words: string | undefined): Facet {
  return { keyword: 'refine', value: true, path, ...hint(words) };
}

export function hint(words: string | undefined): { readonly hint?: string } {
  return words === undefined ? {} : { hint: words };
}

/** A regular expression that matches the text. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

const LOWER: ReadonlySet<string> = new Set(['minimum', 'exclusiveMinimum', 'minLength', 'minItems']);
const UPPER: ReadonlySet<string> = new Set(['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems']);

/** Of two bounds the tighter one stays; what JSON Schema can say only once a node moves under `allOf`. */
export function addFacet(facets: Facet[], facet: Facet): void {
  const index = facet.keyword === 'refine' ? -1 : facets.findIndex((other) => other.keyword === facet.keyword);
  const other = facets[index];
  if (other === undefined) facets.push(facet);
  else if (LOWER.has(facet.keyword)) {
    if ((facet.value as number) > (other.value as number)) facets[index] = facet;
  } else if (UPPER.has(facet.keyword)) {
    if ((facet.value as number) < (other.value as number)) facets[index] = facet;
  } else {
    const further = facets.filter((item) => item.path !== facet.path).length;
    facets.push({ ...facet, path: `${facet.path}/allOf/${further}` });
  }
}
