import type { FormatDefinition } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { Undecided } from './patterns/limited.js';

const LONGEST_URL = 8192;

type Definition = FormatDefinition<string> | FormatDefinition<number>;

/** Formats that are asserted: those of ajv-formats that say anything, all in one form. Any other is an annotation. */
export const formats: Readonly<Record<string, Definition>> = Object.fromEntries(
  Object.entries(fullFormats).flatMap(([name, format]): [string, Definition][] => {
    if (typeof format === 'boolean' || typeof format === 'string') return [];
    if (name === 'url' && format instanceof RegExp) return [[name, { type: 'string', validate: unhurried(format) }]];
    return [
      [
        name,
        typeof format === 'function' || format instanceof RegExp
          ? { type: 'string', validate: format as (text: string) => boolean }
          : (format as Definition),
      ],
    ];
  }),
);

/** The only expression among them whose time grows with the square of the text. */
function unhurried(expression: RegExp): (text: string) => boolean {
  return (text) => {
    if (text.length > LONGEST_URL)
      throw new Undecided(`The text has ${text.length} characters, which is too long for a URL to be checked in reasonable time`);
    return expression.test(text);
  };
}

export function isKnownFormat(name: string): boolean {
  return Object.hasOwn(formats, name);
}

/** A format ready to be asked. */
export interface Format {
  readonly kind: 'string' | 'number';
  test(value: never): boolean;
  readonly compare?: (a: string, b: string) => number | undefined;
}

export function formatOf(name: string): Format | undefined {
  if (!isKnownFormat(name)) return undefined;
  const {
    type = 'string',
    validate,
    compare,
  } = formats[name] as { type?: 'string' | 'number'; validate: unknown; compare?: NonNullable<Format['compare']> };
  return {
    kind: type,
    test: validate instanceof RegExp ? (value: string) => validate.test(value) : (validate as Format['test']),
    ...(compare && { compare }),
  };
}
