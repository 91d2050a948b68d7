import * as z from 'zod';
import { defineTool } from '../../src/index.js';

/** An object of so many optional properties. */
export function optionals(count: number, prefix = 'field', type: () => z.ZodType = z.string): z.ZodObject {
  return z.object(Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, type().optional()])));
}

/** An object of so many properties of one type. */
export function properties(count: number, type: (index: number) => z.ZodType): z.ZodObject {
  return z.object(Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, type(index)])));
}

/** 45 tools with 465 optionals together. */
export function manyTools() {
  return Array.from({ length: 45 }, (_, index) =>
    defineTool({
      name: `tool_${index}`,
      description: `Does ${index}.`,
      input: optionals(index % 3 === 0 ? 11 : 10, `t${index}_`),
    }),
  );
}

/** Five levels of parts that may be null, each level twice the one below. */
export function nested(levels = 5): z.ZodType {
  let schema: z.ZodType = z.object({ leaf: z.string() });
  for (let level = 0; level < levels; level++) schema = z.object({ left: schema.nullable(), right: schema.nullable() });
  return schema;
}

/** Objects that their properties tell apart. */
export const options = (index: number) =>
  z.union([z.object({ [`a${index}`]: z.string() }), z.object({ [`b${index}`]: z.number() })]);
