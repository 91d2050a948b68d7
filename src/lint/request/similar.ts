/** A tool as far as it is compared. */
interface Named {
  readonly name: string;
  readonly description: string;
}

export interface Likeness {
  /** Places in the list, the earlier one first. */
  readonly first: number;
  readonly second: number;
  readonly by: 'name' | 'description';
}

const EMPTY = new Set(
  'a an the of to for by with from given this that these its it is are be and or which some any your you use used tool'.split(
    ' ',
  ),
);
/** Fewer words say too little to be compared. */
const FEWEST = 3;
/** Share of the words of two descriptions that both have, and how many there must be. */
const ALIKE = { share: 0.85, words: 8 };
/** Beyond that, only descriptions of the very same words are found. */
const MOST_COMPARED = 300;

/** Pairs of tools that can hardly be told apart; tools of one name are not among them. */
export function likenesses(tools: readonly Named[]): readonly Likeness[] {
  const found: Likeness[] = [];
  const names = new Map<string, number>();
  const texts = new Map<string, number>();
  const seen: { readonly name: string; readonly words: ReadonlySet<string> }[] = [];
  for (const [second, { name, description }] of tools.entries()) {
    const said = wordsIn(description)
      .map(stem)
      .filter((word) => !EMPTY.has(word));
    const words = new Set(said);
    const spelling = wordsIn(name).join('') || name;
    // In their order: from one unit to another is not the way back.
    const text = said.join(' ');
    const first = names.get(spelling);
    const same = words.size < FEWEST ? undefined : (texts.get(text) ?? nearest(words, name, seen));
    if (first !== undefined && tools[first]?.name !== name) found.push({ first, second, by: 'name' });
    else if (first === undefined && same !== undefined) found.push({ first: same, second, by: 'description' });
    if (first === undefined) names.set(spelling, second);
    if (!texts.has(text)) texts.set(text, second);
    seen.push({ name, words });
  }
  return found;
}

/** An earlier tool with nearly the same words, where what differs is not what the names differ in. */
function nearest(
  words: ReadonlySet<string>,
  name: string,
  seen: readonly { readonly name: string; readonly words: ReadonlySet<string> }[],
): number | undefined {
  if (words.size < ALIKE.words || seen.length > MOST_COMPARED) return undefined;
  const index = seen.findIndex((other) => {
    if (other.words.size < ALIKE.words) return false;
    const differing = [...words, ...other.words].filter((word) => !words.has(word) || !other.words.has(word));
    const common = (words.size + other.words.size - differing.length) / 2;
    if (differing.length === 0 || common / (common + differing.length) < ALIKE.share) return false;
    const told = new Set([name, other.name].flatMap(wordsIn).map(stem));
    return !differing.some((word) => told.has(word));
  });
  return index < 0 ? undefined : index;
}

/** The words of a text or of a name, in lower case: `getUserName` has three. */
export function wordsIn(text: string): readonly string[] {
  return (
    text
      .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function stem(word: string): string {
  return word.length > 3 ? word.replace(/(?:ies|es|s|e)$/, '') : word;
}
