import { fullFormats } from 'ajv-formats/dist/formats.js';

/** A format that is asserted. */
export interface Format {
  readonly kind: 'string' | 'number';
  test(value: never): boolean;
  readonly compare?: (a: string, b: string) => number | undefined;
}

interface Definition {
  readonly type?: 'string' | 'number';
  readonly validate?: unknown;
  readonly compare?: (a: string, b: string) => number | undefined;
}

/** Formats that are asserted: those of ajv-formats. Any other is an annotation. */
export function isKnownFormat(name: string): boolean {
  return Object.hasOwn(fullFormats, name);
}

export function formatOf(name: string): Format | undefined {
  if (!isKnownFormat(name)) return undefined;
  const definition: unknown = fullFormats[name as keyof typeof fullFormats];
  if (definition === true) return undefined;
  if (definition instanceof RegExp || typeof definition === 'function') return { kind: 'string', test: tester(definition) };
  const { type = 'string', validate, compare } = definition as Definition;
  return { kind: type, test: tester(validate), ...(compare && { compare }) };
}

function tester(validate: unknown): (value: never) => boolean {
  return validate instanceof RegExp ? (value: string) => validate.test(value) : (validate as (value: never) => boolean);
}
