import type { Facet, ObjectShape, Property, Shape } from '../../../src/ir/shape.js';
import type { Findings, Source } from '../../../src/read/source.js';
import { readZod, type ZodLike } from '../../../src/read/zod/index.js';

type Finding = Parameters<Findings['report']>[0];

/** Reads a schema that must read without a finding, or with those that are given back. */
export function read(schema: ZodLike, maxDepth = 500): { readonly source: Source; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  return { source: readZod(schema, { report: (finding) => findings.push(finding) }, { maxDepth }), findings };
}

/** The whole document on one line: the root, then `where Name = …` for each definition. */
export function shown(schema: ZodLike): string {
  const { source, findings } = read(schema);
  const definitions = [...source.document.definitions].map(([name, shape]) => ` where ${name} = ${show(shape)}`);
  return show(source.document.root) + definitions.join('') + findings.map(({ code, path }) => ` ${code} at "${path}"`).join('');
}

/** A shape in a notation that fits a table; paths are tested apart. */
export function show(shape: Shape): string {
  const facets = shape.facets?.map(facet).join(', ');
  const losses = shape.losses?.map(({ keyword }) => ` !${keyword}`).join('') ?? '';
  const notes = shape.notes && Object.keys(shape.notes).length > 0 ? ` ${JSON.stringify(shape.notes)}` : '';
  return bare(shape) + (facets ? ` (${facets})` : '') + losses + notes;
}

function facet({ keyword, value, hint, wider, flags }: Facet): string {
  const words = keyword === 'refine' ? 'refine' : `${keyword} ${String(value)}`;
  return words + (wider ? ' wider' : '') + (flags ? ` flags ${flags}` : '') + (hint ? ` "${hint}"` : '');
}

function bare(shape: Shape): string {
  switch (shape.kind) {
    case 'number':
      return shape.integer ? 'integer' : 'number';
    case 'literal':
      return shape.values.map((value) => JSON.stringify(value)).join(' | ');
    case 'array':
      return shape.prefix.length > 0 || shape.items.kind === 'never'
        ? `[${shape.prefix.map((item) => `${show(item)}, `).join('')}...${show(shape.items)}]`
        : `${show(shape.items)}[]`;
    case 'object':
      return object(shape);
    case 'union':
      return `<${shape.options.map(show).join(' | ')}>`;
    case 'all':
      return `<${shape.parts.map(show).join(' & ')}>`;
    case 'ref':
      return `@${shape.name}`;
    case 'instance':
      return shape.parts.length > 0 ? `${shape.type}<${shape.parts.map(show).join(', ')}>` : shape.type;
    default:
      return shape.kind;
  }
}

function object(shape: ObjectShape): string {
  const parts = shape.properties.map(property);
  for (const { pattern, shape: value } of shape.patterns) parts.push(`/${pattern}/: ${show(value)}`);
  if (shape.openness === 'explicit') parts.push(`[${shape.keys ? show(shape.keys) : '*'}]: ${show(shape.rest)}`);
  if (shape.openness === 'closed') parts.push('closed');
  return `{ ${parts.join('; ')} }`;
}

function property({ key, shape, required, fallback }: Property): string {
  return `${key}${required ? '' : '?'}: ${show(shape)}${fallback ? ` = ${JSON.stringify(fallback.value)}` : ''}`;
}
