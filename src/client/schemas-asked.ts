import { isRecord } from '../ir/json.js';
import type { Document } from '../ir/shape.js';
import type { Reading } from './conclude.js';
import type { SchemaAsked } from './explain-error.js';
import type { Lifter } from './lifter.js';
import type { RequestBody } from './message.js';
import { formatOf } from './preflight/parts.js';
import { lifterOf } from './tool-reader.js';

/** The schemas of a request, for the words about a refused one: also those that were sent as they were written. */
export function schemasOf(body: RequestBody, { output, tools }: Reading): readonly SchemaAsked[] {
  const format = formatOf(body)?.['schema'];
  const inputs = (Array.isArray(body.tools) ? body.tools : []).flatMap((tool: unknown, index): SchemaAsked[] => {
    const { name, strict, input_schema: wire } = (tool ?? {}) as { name?: unknown; strict?: unknown; input_schema?: unknown };
    if (!isRecord(wire)) return [];
    const title = String(name);
    return [{ wire, ...loweredTo(wire, lifterOf(tools.get(title))), tool: { name: title, index }, strict: strict === true }];
  });
  return [...(isRecord(format) ? [{ wire: format, ...loweredTo(format, output), strict: true }] : []), ...inputs];
}

/** What the schema was lowered from, if it is of this lifter. A generated module does not know. */
function loweredTo(wire: object, lifter: Lifter | undefined): { readonly lowered?: Document } {
  const { lowered } = (lifter ?? {}) as { readonly lowered?: Document };
  return lowered && lifter?.wire === wire ? { lowered } : {};
}
