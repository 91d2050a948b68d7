import { isRecord } from '../ir/json.js';
import type { Document } from '../ir/shape.js';
import type { Reading } from './conclude.js';
import { type Lifter, loadedOf } from './lifter.js';
import type { RequestBody } from './message.js';
import { formatOf } from './preflight/parts.js';
import { lifterOf } from './tool-reader.js';
import { traced } from './traced.js';

/** What was sent, and what its answer is read with. */
export interface Sent extends Reading {
  readonly body: RequestBody;
}

/** A schema of a request: as it was sent, and where known what it was lowered from. */
export interface Explainable {
  readonly wire: object;
  /** With paths into the source. Absent for a schema that was sent as it was written. */
  readonly lowered?: Document;
}

/** A schema with its place in the request. */
export interface SchemaAsked extends Explainable {
  /** The tool; absent for the output. */
  readonly tool?: { readonly name: string; readonly index: number };
  /** It is compiled to a grammar: the output, and the input of a strict tool. */
  readonly strict: boolean;
}

/** The schemas of a request, for the words about a refused one: also those that were sent as they were written. */
export function schemasOf({ body, output, tools }: Sent): readonly SchemaAsked[] {
  const format = formatOf(body)?.['schema'];
  const inputs = (Array.isArray(body.tools) ? body.tools : []).flatMap((tool: unknown, index): SchemaAsked[] => {
    const { name, strict, input_schema: wire } = (tool ?? {}) as { name?: unknown; strict?: unknown; input_schema?: unknown };
    if (!isRecord(wire)) return [];
    const title = String(name);
    return [{ wire, ...loweredTo(wire, lifterOf(tools.get(title))), tool: { name: title, index }, strict: strict === true }];
  });
  return [...(isRecord(format) ? [{ wire: format, ...loweredTo(format, output), strict: true }] : []), ...inputs];
}

/** What the schema was lowered from, if it is of this lifter. */
function loweredTo(wire: object, lifter: Lifter | undefined): { readonly lowered?: Document } {
  if (!lifter || lifter.wire !== wire) return {};
  const { lowered } = lifter as { readonly lowered?: Document };
  return { lowered: lowered ?? traced(loadedOf(lifter).lowered.document) };
}
