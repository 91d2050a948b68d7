import { tokens } from '../../src/ir/pointer.js';
import type { SourcePosition } from '../load/json.js';
import { childOf } from './children.js';
import { type Exported, exportOf } from './exports.js';
import { fieldOf } from './fields.js';
import type { SourceFiles } from './files.js';
import { follow } from './follow.js';
import { makingOf } from './making.js';
import type { Spot } from './syntax.js';
import { propertyOf, Reading } from './written.js';

/**
 * Where a place of an exported schema is written: `path` is a JSON Pointer into the schema. What static reading can't follow
 * stands at the last place before; undefined where not even the export is found.
 */
export function locateExport(files: SourceFiles, file: string, name: string, path: string): SourcePosition | undefined {
  const found = search(files, file, name, path);
  return found && positionOf(found.at);
}

/** The code that makes the schema at a place; undefined where the code does not tell to the end. */
export function makingAt(files: SourceFiles, file: string, name: string, path: string) {
  const found = search(files, file, name, path);
  return found?.value && found.left === 0 ? makingOf(found.value, new Reading(files)) : undefined;
}

function search(
  files: SourceFiles,
  file: string,
  name: string,
  path: string,
): (Exported & { readonly left: number }) | undefined {
  const syntax = files.get(file);
  const reading = new Reading(files);
  const found = syntax && (exportOf(syntax, name, reading) ?? memberOf(files, file, name));
  if (!found) return undefined;
  let { at, value } = found;
  const rest = tokens(path);
  while (value && rest.length > 0) {
    const child = childOf(value, rest, reading);
    if (!child) break;
    at = child.at;
    value = child.value;
    rest.splice(0, child.used);
  }
  return { at, left: rest.length, ...(value && { value }) };
}

/** `schemas.Invoice`: a member of an exported object. */
function memberOf(files: SourceFiles, file: string, name: string): Exported | undefined {
  const syntax = files.get(file);
  const [first = '', ...members] = name.split('.');
  const reading = new Reading(files);
  let found = syntax && exportOf(syntax, first, reading);
  for (const member of members) {
    const holder = found?.value && follow(found.value, reading, fieldOf);
    if (holder?.node.type !== 'ObjectExpression') return undefined;
    const part = propertyOf(holder as Parameters<typeof propertyOf>[0], member, () => 'unknown');
    if (typeof part === 'string') return undefined;
    found = part;
  }
  return members.length > 0 ? found : undefined;
}

function positionOf({ syntax, node }: Spot): SourcePosition | undefined {
  return node.loc ? { line: node.loc.start.line, column: node.loc.start.column + 1, file: syntax.file } : undefined;
}
