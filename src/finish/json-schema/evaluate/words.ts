/** Words for a value that was found. */
export function found(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : `an array of ${count(value.length, 'item')}`;
  switch (typeof value) {
    case 'string':
      return `the text ${literal(value)}`;
    case 'number':
      return `the number ${value}`;
    case 'object':
      return 'an object';
    default:
      return String(value);
  }
}

/** A value as JSON, cut where it is long. */
export function literal(value: unknown): string {
  const text = JSON.stringify(typeof value === 'string' ? value.slice(0, 100) : value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

export function oneOf(values: readonly unknown[]): string {
  const shown = values.slice(0, 8).map(literal);
  if (values.length > 8) return `one of ${shown.join(', ')} and ${values.length - 8} more`;
  return shown.length === 1 ? (shown[0] as string) : `one of ${shown.join(', ')}`;
}

export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : noun === 'property' ? '' : 's'}`.replace(
    /property$/,
    amount === 1 ? 'property' : 'properties',
  );
}

const TYPES: Record<string, string> = {
  null: 'null',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  string: 'text',
  array: 'an array',
  object: 'an object',
};

export function aType(name: string): string {
  return TYPES[name] ?? name;
}
