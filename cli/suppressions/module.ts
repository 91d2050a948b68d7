import type { Edit } from '../fix/edit.js';
import type { LoadedSchema } from '../load/load-target.js';
import type { Syntax } from '../source/syntax.js';
import { directivesIn, isAlone } from './directive.js';
import type { Suppression } from './suppression.js';

/** The comments of a module that ask for something to be passed over. A comment is about the code on its line, or else on the next. */
export function moduleSuppressions(syntax: Syntax, file: string, schemas: readonly LoadedSchema[]): readonly Suppression[] {
  const lines = syntax.text.split('\n');
  const commented = commentLines(syntax);
  return syntax.comments.flatMap(({ value, loc, start, end }) =>
    directivesIn(value).map((directive): Suppression => {
      const line = (loc?.start.line ?? 1) + directive.line;
      const column = (loc?.start.column ?? 0) + 1;
      const about = codeLine(lines, commented, line, column);
      const own = new Set(schemas.filter(rootOn(syntax.file, about)).map(({ address }) => address));
      return {
        ...directive,
        file,
        line,
        column,
        removal: removalOf(syntax.text, value, start ?? 0, end ?? 0),
        covers: (finding) =>
          directive.scope === 'file'
            ? finding.file === file
            : directive.scope === 'schema'
              ? own.has(finding.address)
              : finding.file === file && finding.line === about,
      };
    }),
  );
}

/** The comment, and its line where nothing else is on it. */
function removalOf(text: string, comment: string, start: number, end: number): readonly Edit[] | undefined {
  if (!isAlone(comment)) return undefined;
  const before = text.lastIndexOf('\n', start - 1) + 1;
  const blank = /^[ \t]*$/.test(text.slice(before, start));
  const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end))?.[0] ?? '';
  if (blank && after !== '') return [{ start: before, end: end + after.length, text: '' }];
  const space = /[ \t]*$/.exec(text.slice(before, start))?.[0].length ?? 0;
  return [{ start: start - space, end, text: '' }];
}

function rootOn(file: string, line: number): (schema: LoadedSchema) => boolean {
  return (schema) => {
    const root = schema.locate('');
    return root?.file === file && root.line === line;
  };
}

/** Lines that hold nothing but comments. */
function commentLines({ comments, text }: Syntax): ReadonlySet<number> {
  const lines = text.split('\n');
  const found = new Set<number>();
  for (const { loc } of comments) {
    if (!loc || !/^\s*$/.test((lines[loc.start.line - 1] ?? '').slice(0, loc.start.column))) continue;
    const after = (lines[loc.end.line - 1] ?? '').slice(loc.end.column);
    for (let line = loc.start.line; line <= loc.end.line; line++) if (line < loc.end.line || /^\s*$/.test(after)) found.add(line);
  }
  return found;
}

function codeLine(lines: readonly string[], commented: ReadonlySet<number>, line: number, column: number): number {
  if (!commented.has(line) && !/^\s*$/.test((lines[line - 1] ?? '').slice(0, column - 1))) return line;
  let next = line + 1;
  while (next <= lines.length && (commented.has(next) || /^\s*$/.test(lines[next - 1] ?? ''))) next++;
  return next;
}
