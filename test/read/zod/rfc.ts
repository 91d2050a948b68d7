import formats from 'ajv-formats/dist/formats.js';

/** Whether the text has a JSON Schema format, as ajv-formats reads it in full mode. */
export function rfc(format: string, text: string): boolean {
  const known = formats.fullFormats[format as keyof typeof formats.fullFormats];
  if (typeof known === 'function') return known(text);
  if (known instanceof RegExp) return known.test(text);
  if (typeof known !== 'object' || !('validate' in known)) throw new Error(`unknown format ${format}`);
  return known.validate instanceof RegExp ? known.validate.test(text) : (known.validate as (value: string) => boolean)(text);
}
