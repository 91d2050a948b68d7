export function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : typeof value;
}

/** A value as the API's messages write it. */
export function python(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  return typeof value === 'string' ? `'${value}'` : brief(value);
}

export function brief(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
