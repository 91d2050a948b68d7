/**
 * `^(?=A)(?!B)C` as what it means: a text that matches `^A`, does not match `^B`, and matches `^C`. Undefined for patterns of another form.
 */
export function conjunction(source: string): readonly { readonly source: string; readonly negated: boolean }[] | undefined {
  if (!source.startsWith('^(?=') && !source.startsWith('^(?!')) return undefined;
  const parts: { source: string; negated: boolean }[] = [];
  let at = 1;
  while (source.startsWith('(?=', at) || source.startsWith('(?!', at)) {
    const end = closing(source, at);
    if (end === undefined || /^[*+?{]/.test(source.slice(end + 1))) return undefined;
    parts.push({ source: `^(?:${source.slice(at + 3, end)})`, negated: source[at + 2] === '!' });
    at = end + 1;
  }
  const rest = source.slice(at);
  // `^(?=A)B|C`: the lookahead belongs to one alternative only.
  if (hasAlternative(rest)) return undefined;
  return [...parts, { source: `^(?:${rest})`, negated: false }];
}

/** Where the group that opens at `open` is closed. */
function closing(source: string, open: number): number | undefined {
  let depth = 0;
  for (const { at, sign } of signs(source, open)) {
    if (sign === '(') depth++;
    if (sign === ')' && --depth === 0) return at;
  }
  return undefined;
}

function hasAlternative(source: string): boolean {
  let depth = 0;
  for (const { sign } of signs(source, 0)) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (sign === '|' && depth === 0) return true;
  }
  return false;
}

/** The signs of a pattern that are neither escaped nor in a class. */
function* signs(source: string, from: number): Generator<{ readonly at: number; readonly sign: string }> {
  let inClass = false;
  for (let at = from; at < source.length; at++) {
    const sign = source[at] as string;
    if (sign === '\\') at++;
    else if (inClass) inClass = sign !== ']';
    else if (sign === '[') inClass = true;
    else yield { at, sign };
  }
}
