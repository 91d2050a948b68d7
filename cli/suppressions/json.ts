import { isRecord } from '../../src/ir/json.js';
import { pointer, tokens } from '../../src/ir/pointer.js';
import { jsonRemoval } from '../fix/json.js';
import { type JsonText, readJson } from '../load/json.js';
import type { LoadedSchema } from '../load/load-target.js';
import { directivesIn, isAlone } from './directive.js';
import type { Suppression } from './suppression.js';

/** What `$comment`s of a JSON file ask to be passed over: at their node, for the schema there and all within, or in the file. */
export function jsonSuppressions(text: string, shown: string, schemas: readonly LoadedSchema[]): readonly Suppression[] {
  const json = readJson(text, { shown, comments: /\.(?:jsonc|json5)$/i.test(shown) });
  return commentsIn(json.value).flatMap(({ at, comment }) =>
    directivesIn(comment).map((directive): Suppression => {
      const place = placeOf(json, at);
      const own = new Set(schemas.filter(({ origin }) => origin('') === at).map(({ address }) => address));
      return {
        ...directive,
        ...place,
        file: shown,
        removal: isAlone(comment) ? jsonRemoval(text, pointer(at, '$comment')) : undefined,
        covers: (finding) =>
          finding.file === shown &&
          (directive.scope === 'file' ||
            (directive.scope === 'schema'
              ? own.has(finding.address) && isWithin(finding.path, at)
              : finding.path === at || isKeywordOf(finding.path, at, json.value))),
      };
    }),
  );
}

function placeOf(json: JsonText, at: string): { readonly line: number; readonly column: number } {
  return json.locate(pointer(at, '$comment')) ?? { line: 1, column: 1 };
}

function isWithin(path: string, at: string): boolean {
  return path === at || path.startsWith(`${at}/`);
}

/** A finding may name a keyword of the node; what holds an object is a node of its own. */
function isKeywordOf(path: string, at: string, document: unknown): boolean {
  if (!path.startsWith(`${at}/`) || path.slice(at.length + 1).includes('/')) return false;
  let value = document;
  for (const token of tokens(path))
    value = isRecord(value) || Array.isArray(value) ? value[token as keyof typeof value] : undefined;
  return !isRecord(value);
}

function commentsIn(value: unknown): readonly { readonly at: string; readonly comment: string }[] {
  const found: { at: string; comment: string }[] = [];
  const open: { readonly at: string; readonly node: unknown }[] = [{ at: '', node: value }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { at, node } = next;
    if (!isRecord(node) && !Array.isArray(node)) continue;
    if (isRecord(node) && typeof node.$comment === 'string') found.push({ at, comment: node.$comment });
    for (const [key, inner] of Object.entries(node)) open.push({ at: pointer(at, key), node: inner });
  }
  return found;
}
