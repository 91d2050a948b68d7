import type { CallExpression, Node, ObjectExpression } from '@babel/types';
import type { Json } from '../../src/ir/json.js';
import type { Fix } from '../../src/lint/rule.js';
import type { Fields } from '../source/making.js';
import { nameOf, type Written } from '../source/written.js';
import { type Edit, orderOf, reordered } from './edit.js';

/** A schema in a module: the expression that makes it, and what it is called with. */
export interface Made {
  readonly value: Written;
  readonly fields: Fields | undefined;
  readonly library: 'typebox' | 'zod' | undefined;
}

/** The edits of a module that a fix comes to; undefined where the code is not of the simple kind that can be changed safely. */
export function moduleEdits({ value, fields, library }: Made, fix: Fix): readonly Edit[] | undefined {
  const { node } = value;
  const { text } = value.syntax;
  if (fix.kind === 'order') return fields && fields.syntax === value.syntax ? ordered(text, fields.node, fix.keys) : undefined;
  const member = `${/^[A-Za-z_$][\w$]*$/.test(fix.keyword) ? fix.keyword : JSON.stringify(fix.keyword)}: ${codeOf(fix.value)}`;
  if (node.type === 'ObjectExpression') return added(text, node, member);
  if (library !== 'typebox' || node.type !== 'CallExpression') return undefined;
  return withOption(text, node, member);
}

function withOption(text: string, { arguments: given }: CallExpression, member: string): readonly Edit[] | undefined {
  const [first, options, ...others] = given;
  if (first?.type !== 'ObjectExpression' || others.length > 0) return undefined;
  if (options) return options.type === 'ObjectExpression' ? added(text, options, member) : undefined;
  const end = endOf(first);
  return [{ start: end, end, text: `, { ${member} }` }];
}

/** A member more at the end of an object literal, on a line of its own where the others are. */
function added(text: string, literal: ObjectExpression, member: string): readonly Edit[] | undefined {
  const { properties } = literal;
  if (properties.some(({ type }) => type === 'SpreadElement')) return undefined;
  const last = properties.at(-1);
  if (!last) return [{ start: startOf(literal) + 1, end: endOf(literal) - 1, text: ` ${member} ` }];
  const at = endOf(last);
  const line = text.slice(text.lastIndexOf('\n', startOf(last)) + 1, startOf(last));
  const own = /^\s*$/.test(line);
  return [{ start: at, end: at, text: own ? `,\n${line}${member}` : `, ${member}` }];
}

/** Only plain members without comments among them are moved: a comment would stay behind. */
function ordered(text: string, literal: ObjectExpression, keys: readonly string[]): readonly Edit[] | undefined {
  const { properties } = literal;
  const names = properties.map((property) =>
    property.type === 'ObjectProperty' ? nameOf(property.key, property.computed) : undefined,
  );
  if (names.includes(undefined)) return undefined;
  const slots = properties.map((property) => ({ start: startOf(property), end: endOf(property) }));
  const between = slots.map((slot, index) => text.slice(index === 0 ? startOf(literal) + 1 : slots[index - 1]?.end, slot.start));
  if ([...between, text.slice(slots.at(-1)?.end, endOf(literal) - 1)].some((part) => !/^[\s,]*$/.test(part))) return undefined;
  const order = orderOf(names as string[], keys);
  return order && reordered(text, slots, order);
}

function codeOf(value: Json): string {
  return typeof value === 'string'
    ? `'${JSON.stringify(value).slice(1, -1).replace(/'/g, "\\'").replace(/\\"/g, '"')}'`
    : JSON.stringify(value);
}

function startOf({ start }: Pick<Node, 'start'>): number {
  return start ?? 0;
}

function endOf({ end }: Pick<Node, 'end'>): number {
  return end ?? 0;
}
