import type { FormatDefinition } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';

type Definition = FormatDefinition<string> | FormatDefinition<number>;

/** Formats that are asserted: those of ajv-formats that say anything, all in one form. Any other is an annotation. */
export const formats: Readonly<Record<string, Definition>> = Object.fromEntries(
  Object.entries(fullFormats).flatMap(([name, format]): [string, Definition][] => {
    if (typeof format === 'boolean' || typeof format === 'string') return [];
    return [[name, typeof format === 'function' || format instanceof RegExp ? { type: 'string', validate: format as (text: string) => boolean } : (format as Definition)]];
  }),
);

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
  const { type = 'string', validate, compare } = formats[name] as { type?: 'string' | 'number'; validate: unknown; compare?: NonNullable<Format['compare']> };
  return { kind: type, test: validate instanceof RegExp ? (value: string) => validate.test(value) : (validate as Format['test']), ...(compare && { compare }) };
}
