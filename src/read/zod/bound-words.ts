import { type Bound, type Subject, sizes } from './bounds.js';

/** A sentence for the model that says what the check asks for. */
export function boundWords(check: Bound, subject: Subject): string | undefined {
  switch (check.check) {
    case 'greater_than':
      return `${check.value instanceof Date ? (check.inclusive ? 'On or after' : 'After') : check.inclusive ? 'At least' : 'More than'} ${said(check.value)}.`;
    case 'less_than':
      return `${check.value instanceof Date ? (check.inclusive ? 'On or before' : 'Before') : check.inclusive ? 'At most' : 'Less than'} ${said(check.value)}.`;
    case 'multiple_of':
      return `A multiple of ${said(check.value)}.`;
    case 'number_format':
      return check.format.includes('int') ? 'A whole number.' : undefined;
    case 'bigint_format':
      return check.format === 'uint64'
        ? 'Between 0 and 18446744073709551615.'
        : 'Between -9223372036854775808 and 9223372036854775807.';
    default:
      return sizeWords(check, subject);
  }
}

function sizeWords(check: Bound, subject: Subject): string | undefined {
  const { least, most } = sizes(check);
  const unit = subject === 'string' ? 'character' : 'item';
  if (least !== undefined && least === most) return `Exactly ${count(least, unit)}.`;
  if (least !== undefined) return `At least ${count(least, unit)}.`;
  return most === undefined ? undefined : `At most ${count(most, unit)}.`;
}

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

function said(value: number | bigint | Date): string {
  if (!(value instanceof Date)) return String(value);
  return Number.isNaN(value.getTime()) ? 'an invalid date' : value.toISOString();
}
