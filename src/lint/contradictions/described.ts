import type { Json } from '../../ir/json.js';
import type { Facet, Shape } from '../../ir/shape.js';
import type { Place } from '../rule.js';

/** A place with a description, as it is compared with its words. */
export interface Described {
  readonly text: string;
  readonly sentences: readonly string[];
  /** Without the option `null`. */
  readonly shape: Shape;
  readonly facets: readonly Facet[];
  readonly key: string | undefined;
  readonly required: boolean;
  readonly isNullable: boolean;
  readonly default: Json | undefined;
}

/** What in the words the schema contradicts, as part of a sentence that begins with "The description says …"; undefined where nothing does. */
export type Contradiction = (described: Described) => string | undefined;

/** The longest text that is looked at: what is longer explains, and does not state. */
const LONGEST = 600;

export function describedAt({ shape: given, key, required }: Place): Described | undefined {
  const text = given.notes?.description;
  if (text === undefined || text.length > LONGEST) return undefined;
  const { shape: whole, isNullable } = withoutNull(given);
  const parts = whole.kind === 'all' ? whole.parts : [whole];
  // Of a type and an enumeration of it, the enumeration says more.
  const literal = parts.find(({ kind }) => kind === 'literal');
  const shape = literal ? withoutNull(literal).shape : (parts.find(({ kind }) => kind !== 'loose' && kind !== 'any') ?? whole);
  const facets = [...new Set([given, whole, ...parts])].flatMap((each) => each.facets ?? []);
  return { text, sentences: sentencesOf(text), shape, facets, key, required, isNullable, default: given.notes?.default };
}

function withoutNull(shape: Shape): { readonly shape: Shape; readonly isNullable: boolean } {
  if (shape.kind === 'literal' && shape.values.includes(null))
    return { shape: { ...shape, values: shape.values.filter((value) => value !== null) }, isNullable: true };
  if (shape.kind !== 'union') return { shape, isNullable: shape.kind === 'null' };
  const options = shape.options.filter(({ kind }) => kind !== 'null');
  const isNullable = options.length < shape.options.length;
  const [only] = options;
  return { shape: only && options.length === 1 ? only : { ...shape, options }, isNullable };
}

/** Words that make a statement none: a condition, an exception, a wish, an example. */
const HEDGED =
  /\b(?:if|unless|when(?:ever)?|while|otherwise|except(?:ion)?|recommend(?:ed)?|typical(?:ly)?|usual(?:ly)?|general(?:ly)?|ideal(?:ly)?|prefer(?:red|ably)?|example|e\.g|i\.e|such as|like|instead|per|each|every|or else|not|never|n't|without|only|about|approximately|around|roughly)\b|~/i;

/** Sentences that state something without a condition. */
export function plainSentences({ sentences }: Described): readonly string[] {
  return sentences.filter((sentence) => !HEDGED.test(sentence));
}

function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?;])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
