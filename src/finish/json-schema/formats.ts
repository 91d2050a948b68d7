import { fullFormats } from 'ajv-formats/dist/formats.js';

/** Formats that are asserted: those of ajv-formats. Any other is an annotation. */
export function isKnownFormat(name: string): boolean {
  return Object.hasOwn(fullFormats, name);
}
