import type { Document, Shape } from '../../ir/shape.js';
import type { Findings, Occurrence, ReadOptions } from '../source.js';
import { asReferences } from './as-references.js';
import { readNode } from './node.js';
import { occurrencesOf } from './occurrences.js';
import { References } from './references.js';
import type { Scope, Special } from './scope.js';
import { unknownTo } from './vocabulary.js';

export type { Special } from './scope.js';

/** Reads a JSON Schema document: every internal reference becomes a definition. `telling`: its dialect matters. */
export function readDocument(
  schema: unknown,
  findings: Findings,
  options: ReadOptions & { readonly special?: Special; readonly dialect?: string },
): { readonly document: Document; readonly telling: boolean; occurrences(): readonly Occurrence[] } {
  const definitions = new Map<string, Shape>();
  const references = new References(schema);
  const scope: Scope = {
    findings,
    options,
    references,
    unknown: unknownTo(options.dialect ?? '2020-12'),
    definitions,
    pending: [],
    names: new Map(),
    taken: new Set(),
    places: new Map(),
    seen: new Set(),
    telling: false,
    walk: (node, path, depth, resource) => readNode(node, path, depth, resource, scope),
  };
  const root = readNode(schema, '', 0, references.root, scope);
  for (let next = scope.pending.shift(); next; next = scope.pending.shift()) {
    const { name, place } = next;
    definitions.set(name, readNode(place.node, place.path, 0, place.resource, scope));
  }
  const document = asReferences({ root, definitions }, scope.places);
  return { document, telling: scope.telling, occurrences: () => occurrencesOf(schema) };
}
