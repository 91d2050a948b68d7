const matchers = new Map<string, (text: string) => boolean>();

/** A test of texts against a JSON Schema pattern; an unreadable pattern matches nothing. */
export function matcher(pattern: string): (text: string) => boolean {
  let test = matchers.get(pattern);
  if (!test) {
    test = build(pattern);
    if (matchers.size > 1000) matchers.clear();
    matchers.set(pattern, test);
  }
  return test;
}

function build(pattern: string): (text: string) => boolean {
  for (const flags of ['u', ''])
    try {
      const expression = new RegExp(pattern, flags);
      return (text) => expression.test(text);
    } catch {
      // the next set of flags
    }
  return () => false;
}
