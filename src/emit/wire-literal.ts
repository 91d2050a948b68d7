import type { JsonSchema } from '../compiled.js';
import type { Json } from '../ir/json.js';

/** `const` or `enum`, with the type where all values have one. */
export function emitLiteral(values: readonly Json[]): JsonSchema {
  const types = new Set(values.map((value) => (value === null ? 'null' : typeof value)));
  const [type] = types;
  return {
    ...(types.size === 1 && {
      type: type === 'number' && values.every((value) => Number.isInteger(value)) ? 'integer' : (type as string),
    }),
    ...(values.length === 1 ? { const: values[0] as Json } : { enum: [...values] }),
  };
}
