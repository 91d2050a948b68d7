const MOST = 240;

/** A value as text, dates and the like as code would make them; long ones cut. */
export function valueText(value: unknown, most = MOST): string {
  let text: string;
  try {
    text = JSON.stringify(value, replaced) ?? String(value);
  } catch {
    text = String(value);
  }
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** A value as a report for machines can hold it. */
export function plainValue(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value, replaced) ?? 'null') as unknown;
  } catch {
    return String(value);
  }
}

function replaced(this: unknown, key: string, part: unknown): unknown {
  const raw = (this as Record<string, unknown>)[key];
  if (raw instanceof Map) return { Map: [...raw] };
  if (raw instanceof Set) return { Set: [...raw] };
  if (raw instanceof Uint8Array) return { Uint8Array: [...raw] };
  if (typeof part === 'bigint') return `${part}n`;
  return Number.isNaN(part) ? 'NaN' : part;
}
