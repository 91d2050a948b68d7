import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { SchemaAsked } from '../schemas-asked.js';
import { type WireNode, wireNodes } from '../wire-nodes.js';
import { isInside, placeIn } from './place.js';

/** What the API said, and the schemas that it may be about. */
export interface Refused {
  readonly match: RegExpExecArray;
  readonly words: string;
  /** Those that the words name by their place; all where they name none. */
  readonly about: readonly SchemaAsked[];
  readonly all: readonly SchemaAsked[];
}

/** One thing that the API says of schemas. */
export interface Rejection {
  /** A part of the API's words that has been stable; the rest may change (observed: public threads and test suites). */
  readonly fragment: RegExp;
  explain(refused: Refused): readonly Diagnostic[];
}

const MOST_PLACES = 20;

const REPORT =
  'The profile does not know this yet: please report it as a bug of bascule, or compile with a `target` of your own that leaves it out.';
const LOWER =
  'It was sent as it is written: define the tool with `defineTool`, or give the schema as `output`, and it is lowered to what the API takes.';

/** What to do about a form that no lowering should have left. */
export function remedyFor({ lowered }: SchemaAsked): string {
  return lowered ? REPORT : LOWER;
}

export function subjectOf({ tool }: SchemaAsked): string {
  return tool ? `the tool ${JSON.stringify(tool.name)}` : 'the output';
}

export interface Finding {
  readonly code: string;
  /** Which nodes the words may mean. */
  readonly meant: (node: WireNode) => boolean;
  /** Keywords that the words are about: where the source states them is where to mend it. */
  readonly keywords?: readonly string[];
  /** A sentence in place of the API's words. */
  readonly message?: string;
  readonly help?: string;
}

/** One diagnostic for each place of the source that the words may mean; one for the whole schema where none is found. */
export function find(refused: Refused, { code, meant, keywords = [], message, help }: Finding): readonly Diagnostic[] {
  const { about, match, words } = refused;
  const found = about.map((schema) => ({ schema, paths: pathsIn(schema, words, meant, keywords) }));
  const some = found.filter(({ paths }) => paths.length > 0);
  const places = (some.length > 0 ? some : found.map((one) => ({ ...one, paths: [''] }))).flatMap(({ schema, paths }) =>
    paths.map((path) => ({ schema, path })),
  );
  const more = places.length - MOST_PLACES;
  return places.slice(0, MOST_PLACES).map(({ schema, path }, index) => ({
    code: `rejected-${code}`,
    severity: 'error',
    path,
    message: `In ${subjectOf(schema)}: ${message ?? `The API does not take what stands here: ${sentence(match[0])}`}${more > 0 && index === MOST_PLACES - 1 ? ` There are ${more} more such places.` : ''}`,
    help: help ?? remedyFor(schema),
  }));
}

function pathsIn(
  schema: SchemaAsked,
  words: string,
  meant: (node: WireNode) => boolean,
  keywords: readonly string[],
): readonly string[] {
  const nodes = wireNodes(schema);
  const place = placeIn(words, schema.wire);
  const within = nodes.filter(({ at }) => isInside(at, place));
  const named = within.find(({ at }) => at === place);
  const chosen = place !== '' && named && meant(named) ? [named] : within.filter(meant);
  const places = chosen.length > 0 || place === '' || !named ? chosen : [named];
  return [...new Set(places.flatMap((node) => node.paths(keywords)))];
}

/** The API's words as one sentence of ours. */
function sentence(words: string): string {
  return `${words.trim().replace(/[.\s]+$/, '')}.`;
}

/** `output/properties/a, save/properties/b`: all places of the grammar's schemas that are meant. */
export function places(schemas: readonly SchemaAsked[], meant: (node: WireNode) => boolean): string {
  const named = schemas
    .filter(({ strict }) => strict)
    .flatMap((schema) =>
      wireNodes(schema)
        .filter(meant)
        .flatMap((node) => node.paths([]).map((path) => `${schema.tool?.name ?? 'output'}${path}`)),
    );
  const more = named.length - MOST_PLACES;
  return `${named.slice(0, MOST_PLACES).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}
