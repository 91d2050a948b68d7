import { FAILED } from '../codecs/codec.js';
import type { Decoded } from '../compiled.js';
import type { Finished, Finisher, Issue } from '../read/source.js';
import { type Lifted, lift } from './decode.js';
import { FastPath } from './fast-path.js';
import { readJson } from './json-text.js';
import type { Lowered } from './lowered.js';

/** Lifts a wire value and runs the user's own schema over it. Never throws. */
export function finish(lowered: Lowered, schema: Finisher, wire: unknown, maxDepth: number): Decoded<unknown> {
  const lifted = attempt(lowered, wire, maxDepth);
  return 'issues' in lifted ? { issues: lifted.issues } : settled(schema.finish(lifted.value), lifted.repairs);
}

/** The same for schemas that need promises. Never rejects. */
export async function finishAsync(
  lowered: Lowered,
  schema: Finisher,
  wire: unknown,
  maxDepth: number,
): Promise<Decoded<unknown>> {
  const lifted = attempt(lowered, wire, maxDepth);
  return 'issues' in lifted ? { issues: lifted.issues } : settled(await schema.finishAsync(lifted.value), lifted.repairs);
}

const paths = new WeakMap<Lowered, FastPath>();

function pathOf(lowered: Lowered, maxDepth: number): FastPath {
  let path = paths.get(lowered);
  if (!path) {
    path = new FastPath(lowered, maxDepth);
    paths.set(lowered, path);
  }
  return path;
}

/** JSON text → lifted, checked and finished. Never throws. */
export function parseText(lowered: Lowered, schema: Finisher, text: string, maxDepth: number): Decoded<unknown> {
  const path = pathOf(lowered, maxDepth);
  const value = path.read(text);
  if (value !== FAILED) return settled(schema.finish(value, path.givesJson), []);
  return readText(text, maxDepth, (wire) => finish(lowered, schema, wire, maxDepth));
}

/** The same for schemas that need promises. Never rejects. */
export async function parseTextAsync(
  lowered: Lowered,
  schema: Finisher,
  text: string,
  maxDepth: number,
): Promise<Decoded<unknown>> {
  const path = pathOf(lowered, maxDepth);
  const value = path.read(text);
  if (value !== FAILED) return settled(await schema.finishAsync(value, path.givesJson), []);
  return readText(text, maxDepth, (wire) => finishAsync(lowered, schema, wire, maxDepth));
}

/** Reads JSON text, then goes on with its value. */
function readText<Result>(
  text: string,
  maxDepth: number,
  next: (value: unknown) => Result,
): Result | { readonly issues: readonly Issue[] } {
  const read = readJson(text, { maxDepth });
  return read.issues ? { issues: read.issues } : next(read.value);
}

function attempt(lowered: Lowered, wire: unknown, maxDepth: number): Lifted {
  try {
    return lift(lowered, wire, maxDepth);
  } catch (error) {
    return {
      issues: [
        {
          path: [],
          code: 'unreadable',
          message: `The value can not be read: ${error instanceof Error ? error.message : String(error)}.`,
        },
      ],
    };
  }
}

function settled(finished: Finished, repairs: Extract<Lifted, { value: unknown }>['repairs']): Decoded<unknown> {
  if ('issues' in finished) return { issues: finished.issues };
  return { value: finished.value, repairs: finished.repairs ? [...repairs, ...finished.repairs] : repairs };
}
