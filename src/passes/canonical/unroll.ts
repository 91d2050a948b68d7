import { withLoss } from '../../ir/attach.js';
import { mapChildren } from '../../ir/children.js';
import { cycles } from '../../ir/references.js';
import type { Document, Shape } from '../../ir/shape.js';
import type { Context } from '../context.js';

/** Pass: with `recursion: { unroll: n }`, recursive definitions are repeated n levels deep and cut off there. */
export function unrollRecursion(document: Document, context: Context): Document {
  const recursion = context.options.recursion ?? 'table';
  if (recursion === 'table' || document.definitions.size === 0) return document;
  const groups = cycles(document.definitions);
  if (groups.length === 0) return document;
  if (recursion === 'refuse') {
    for (const group of groups)
      context.findings.report({
        code: 'recursive',
        severity: 'error',
        path: document.definitions.get(group[0] as string)?.path ?? '',
        message: `The definition ${group.join(' → ')} → ${group[0]} refers to itself, the target takes no recursion, and \`recursion\` is 'refuse'.`,
        help: "Compile with `recursion: 'table'`, or with `{ unroll: n }` where values are shallow.",
      });
    return document;
  }
  const levels = Math.max(1, Math.min(50, Math.floor(recursion.unroll)));
  const definitions = new Map(document.definitions);
  for (const group of groups) {
    const members = new Set(group);
    for (let level = 0; level <= levels; level++) {
      const at = (shape: Shape): Shape => {
        if (shape.kind !== 'ref' || !members.has(shape.name)) return mapChildren(shape, at);
        if (level < levels) return { ...shape, name: levelName(shape.name, level + 1) };
        return { kind: 'never', path: shape.path, reason: `it lies below the ${levels} levels that recursion is unrolled to` };
      };
      for (const name of group) {
        const shape = at(document.definitions.get(name) as Shape);
        const cut =
          level === levels
            ? withLoss(shape, {
                path: shape.path,
                keyword: '$ref',
                note: `recursion deeper than ${levels} levels can't be said`,
                deep: true,
              })
            : shape;
        definitions.set(levelName(name, level), cut);
      }
    }
  }
  return { root: document.root, definitions };
}

function levelName(name: string, level: number): string {
  return level === 0 ? name : `${name}.${level}`;
}
