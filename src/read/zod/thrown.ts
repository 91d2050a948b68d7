/** What was thrown, in words; anything can be thrown, even what cannot be turned into text. */
export function thrownWords(thrown: unknown): string {
  try {
    return thrown instanceof Error ? String(thrown.message) : String(thrown);
  } catch {
    return 'a value without text';
  }
}
