import { fullFormats } from 'ajv-formats/dist/formats.js';

type Definition = (typeof fullFormats)[keyof typeof fullFormats];

/** The formats that `ajv-formats` knows in its full mode, those that it does not check included (`password`, `binary`). */
export const formatNames: ReadonlySet<string> = new Set(Object.keys(fullFormats));

/** Whether a text satisfies a format as `ajv-formats` (full mode) reads it. What it does not check on strings is true. Never throws. */
export function formatAdmits(name: string, text: string): boolean {
  if (!formatNames.has(name)) return true;
  const definition: Definition = fullFormats[name as keyof typeof fullFormats];
  try {
    return matches(definition, text);
  } catch {
    return true;
  }
}

function matches(definition: unknown, text: string): boolean {
  if (definition instanceof RegExp) {
    definition.lastIndex = 0;
    return definition.test(text);
  }
  if (typeof definition === 'string') return new RegExp(definition, 'u').test(text);
  if (typeof definition === 'function') return answer(definition(text));
  if (typeof definition !== 'object' || definition === null) return true;
  const { type, async, validate } = definition as {
    readonly type?: unknown;
    readonly async?: unknown;
    readonly validate?: unknown;
  };
  return type === 'number' || async === true ? true : matches(validate, text);
}

/** A promise tells nothing in time. */
function answer(value: unknown): boolean {
  return typeof value === 'boolean' ? value : true;
}
