/** A number that no double holds. */
const ODD = '9007199254740993';
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** JSON text in which every number is one that a double changes. */
export function withOddNumbers(text: string): string {
  return text.replace(TOKEN, (token) => (token.startsWith('"') ? token : ODD));
}

/** JSON text whose object, or each object of its list, has its first key twice; the second time with null. */
export function withRepeatedKeys(text: string): string {
  const depthOfObjects = text.trimStart().startsWith('[') ? 2 : 1;
  let depth = 0;
  let result = '';
  let last = 0;
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    const [token] = match;
    if (token === '{' || token === '[') depth++;
    if (token === '{' && depth === depthOfObjects) {
      const key = /^\s*("(?:[^"\\]|\\.)*")\s*:/.exec(text.slice(match.index + 1))?.[1];
      if (key !== undefined) {
        result += `${text.slice(last, match.index + 1)}${key}:null,`;
        last = match.index + 1;
      }
    }
    if (token === '}' || token === ']') depth--;
  }
  return result + text.slice(last);
}

/** JSON text that is none: its last bracket is another one, after a word without quotes. */
export function broken(text: string): string {
  return text.length < 2 ? '{"' : `${text.slice(0, -1)}, oops: tru]`;
}
