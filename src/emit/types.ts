import type { ArrayShape, Document, InstanceType, ObjectShape, Shape } from '../ir/shape.js';
import { aliasCircles } from './alias-circles.js';
import { literalType } from './literal-type.js';
import { comment, typeKeyOf } from './text.js';

const WIDTH = 100;
const MOST_MEMBERS = 6;

const INSTANCES: { readonly [Type in Exclude<InstanceType, 'map' | 'set'>]: string } = {
  date: 'Date',
  bigint: 'bigint',
  url: 'URL',
  nan: 'number',
  undefined: 'undefined',
  bytes: 'Uint8Array',
};

interface Written {
  readonly text: string;
  /** It needs parentheses before `[]`. */
  readonly union?: boolean;
}

/** Writes the TypeScript types of canonical shapes. */
export class TypeWriter {
  readonly #document: Document;
  readonly #circles: ReadonlyMap<string, number>;
  /** The definition being declared and those written in their place, while nothing stands between its name and what is written. */
  #bare: ReadonlySet<string> = new Set();

  constructor(
    document: Document,
    readonly names: ReadonlyMap<string, string>,
  ) {
    this.#document = document;
    this.#circles = aliasCircles(document);
  }

  resolve(name: string): Shape {
    return this.#document.definitions.get(name) as Shape;
  }

  declared(shape: Shape, definition: string | undefined): string {
    this.#bare = new Set(definition === undefined ? [] : [definition]);
    return this.#write(shape, '').text;
  }

  #write(shape: Shape, indent: string): Written {
    switch (shape.kind) {
      case 'null':
      case 'boolean':
      case 'string':
      case 'never':
      case 'number':
        return { text: shape.kind };
      case 'any':
        // Where the source admits other values too, JSON text may hold them.
        return { text: shape.of === 'object' && !shape.losses ? '{ [key: string]: unknown }' : 'unknown' };
      case 'literal':
        return this.#members(shape.values.map(literalType), indent);
      case 'ref':
        return this.#ref(shape.name, indent);
      case 'union':
        return this.#members(
          shape.options.map((option) => inUnion(this.#write(option, `${indent}  `).text)),
          indent,
        );
      case 'array':
        return this.#inside(() => this.#array(shape, indent));
      case 'object':
        return this.#inside(() => ({ text: this.#object(shape, indent) }));
      case 'instance':
        return this.#inside(() => this.#instance(shape.type, shape.parts, indent));
      default:
        throw new TypeError(`a ${shape.kind} shape has no type`);
    }
  }

  /** A name in its own alias is allowed below an object or list only. */
  #inside(write: () => Written): Written {
    const bare = this.#bare;
    this.#bare = new Set();
    const written = write();
    this.#bare = bare;
    return written;
  }

  /** Names that mean each other stand for what either means, so each is written out once. */
  #ref(name: string, indent: string): Written {
    const circle = this.#circles.get(name);
    const [declared] = this.#bare;
    if (declared === undefined || circle === undefined || circle !== this.#circles.get(declared))
      return { text: this.names.get(name) as string };
    if (this.#bare.has(name)) return { text: 'never' };
    this.#bare = new Set([...this.#bare, name]);
    return this.#write(this.resolve(name), indent);
  }

  #members(texts: readonly string[], indent: string): Written {
    const distinct = [...new Set(texts)].filter((text, _, all) => text !== 'never' || all.length === 1);
    if (distinct.includes('unknown')) return { text: 'unknown' };
    const line = distinct.join(' | ');
    if (distinct.length < 2) return { text: line };
    const fits = line.length + indent.length <= WIDTH && !line.includes('\n');
    return { union: true, text: fits ? line : distinct.map((text) => `\n${indent}  | ${text}`).join('') };
  }

  #array({ prefix, items, facets }: ArrayShape, indent: string): Written {
    if (prefix.length === 0) return items.kind === 'never' ? { text: '[]' } : { text: this.#list(items, indent) };
    const least = (facets ?? []).find((facet) => facet.keyword === 'minItems')?.value;
    const parts = prefix.map((shape, index) => {
      const written = this.#write(shape, indent);
      if (typeof least === 'number' && index < least) return written.text;
      return `${written.union ? `(${written.text})` : written.text}?`;
    });
    if (items.kind !== 'never') parts.push(`...${this.#list(items, indent)}`);
    return { text: `[${parts.join(', ')}]` };
  }

  #list(items: Shape, indent: string): string {
    const { text, union } = this.#write(items, indent);
    return union ? `(${text})[]` : `${text}[]`;
  }

  #object(shape: ObjectShape, indent: string): string {
    const inner = `${indent}  `;
    const lines: string[] = [];
    const values: string[] = [];
    const member = (key: string, required: boolean, value: Shape) => {
      const { text } = this.#write(value, inner);
      values.push(text, ...(required ? [] : ['undefined']));
      lines.push(`${comment(notesOf(value), inner)}${inner}${typeKeyOf(key)}${required ? '' : '?'}:${after(text)};\n`);
    };
    for (const { key, required, shape: value } of shape.properties) member(key, required, value);
    for (const key of shape.demands ?? [])
      member(key, true, shape.openness === 'explicit' ? shape.rest : { kind: 'any', path: shape.path });
    const others = this.#others(shape, inner);
    if (others.length > 0) lines.push(`${inner}[key: string]: ${indexed([...others, ...values])};\n`);
    if (lines.length === 0) return '{ [key: string]: never }';
    if (lines.length === 1 && values.length === 0 && !(lines[0] as string).trim().includes('\n'))
      return `{ ${(lines[0] as string).trim().replace(/;$/, '')} }`;
    return `{\n${lines.join('')}${indent}}`;
  }

  /** The types of what undeclared keys hold. */
  #others(shape: ObjectShape, indent: string): readonly string[] {
    const shapes = shape.patterns.map((entry) => entry.shape);
    if (shape.openness === 'explicit' || shape.openness === 'implicit') shapes.push(shape.rest);
    return shapes.filter(({ kind }) => kind !== 'never').map((value) => this.#write(value, indent).text);
  }

  #instance(type: InstanceType, parts: readonly Shape[], indent: string): Written {
    if (type !== 'map' && type !== 'set') return { text: INSTANCES[type] };
    return { text: `${type === 'map' ? 'Map' : 'Set'}<${parts.map((part) => this.#write(part, indent).text).join(', ')}>` };
  }
}

/** A type after a sign: on the same line, or where it begins with a line break, on the next. */
export function after(text: string): string {
  return text.startsWith('\n') ? text : ` ${text}`;
}

function inUnion(text: string): string {
  return text.startsWith('\n') ? `(${text})` : text;
}

/** What an index signature must say: every declared property has to fit it as well. */
function indexed(texts: readonly string[]): string {
  const distinct = [...new Set(texts)];
  return distinct.length > MOST_MEMBERS || distinct.some((text) => text === 'unknown' || text.includes('\n'))
    ? 'unknown'
    : distinct.join(' | ');
}

/** What a doc comment says about a shape. */
export function notesOf({ notes }: Shape): string {
  return notes?.description ?? notes?.title ?? '';
}
