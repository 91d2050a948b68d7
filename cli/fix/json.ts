import { type FormattingOptions, findNodeAtLocation, modify, parseTree } from 'jsonc-parser';
import { tokens } from '../../src/ir/pointer.js';
import type { Fix } from '../../src/lint/rule.js';
import { type Edit, orderOf, reordered } from './edit.js';

/** The edits of a JSON text that a fix comes to; `path` leads from the root of the document. Undefined where it can't be made. */
export function jsonEdits(text: string, path: string, fix: Fix): readonly Edit[] | undefined {
  const at = tokens(path).map((token) => (/^\d+$/.test(token) ? Number(token) : token));
  if (fix.kind === 'set') {
    if (fix.keyword === '__proto__') return undefined;
    return edited(text, [...at, fix.keyword], fix.value);
  }
  const tree = parseTree(text);
  const properties = (tree && findNodeAtLocation(tree, [...at, 'properties']))?.children ?? [];
  const slots = properties.map(({ offset, length }) => ({ start: offset, end: offset + length }));
  const order = orderOf(
    properties.map(({ children }) => String(children?.[0]?.value)),
    fix.keys,
  );
  return order && reordered(text, slots, order);
}

/** The edits that take a property out of a JSON text. */
export function jsonRemoval(text: string, path: string): readonly Edit[] | undefined {
  return edited(
    text,
    tokens(path).map((token) => (/^\d+$/.test(token) ? Number(token) : token)),
    undefined,
  );
}

function edited(text: string, path: (string | number)[], value: unknown): readonly Edit[] | undefined {
  try {
    const formattingOptions = formattingOf(text);
    return modify(text, path, value, formattingOptions ? { formattingOptions } : {}).map(({ offset, length, content }) => ({
      start: offset,
      end: offset + length,
      text: content,
    }));
  } catch {
    return undefined;
  }
}

/** As the text is indented already; a text of one line stays one. */
function formattingOf(text: string): FormattingOptions | undefined {
  if (!text.trim().includes('\n')) return undefined;
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
