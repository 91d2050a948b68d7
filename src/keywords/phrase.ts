const LONGEST = 60;
/** Values named in one hint. */
export const MAX_NAMED = 20;

/** Text cut to a length in code points. */
export function shortened(text: string, longest = LONGEST): string {
  if (text.length <= longest) return text;
  const points = Array.from(text.slice(0, longest * 2));
  return points.length <= longest && text.length <= longest * 2 ? text : `${points.slice(0, longest).join('')}…`;
}

/** A value as JSON, cut where it is long; undefined where JSON has no words for it. */
export function quoted(value: unknown): string | undefined {
  try {
    if (typeof value === 'string') return JSON.stringify(shortened(value));
    const text = JSON.stringify(value);
    return text === undefined ? undefined : shortened(text);
  } catch {
    return undefined;
  }
}

/** Values as JSON, at most `MAX_NAMED`; undefined where one of them has none. */
export function quotedList(values: readonly unknown[]): string[] | undefined {
  const texts = values.slice(0, MAX_NAMED).map(quoted);
  return texts.some((text) => text === undefined) ? undefined : (texts as string[]);
}

/** Names bare where that is clear. */
export function named(name: string): string {
  return /^[\w.-]{1,60}$/.test(name) ? name : (quoted(name) as string);
}

/** `a`, `a and b`, `a, b and c`. */
export function joined(parts: readonly string[], word: 'and' | 'or'): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}

export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** A list of strings without repetition, or undefined. */
export function strings(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')
    ? [...new Set(value as string[])]
    : undefined;
}
