import type { Decoded } from '../compiled.js';
import type { Finisher } from '../read/source.js';
import { type Lifted, lift } from './decode.js';
import { readJson } from './json-text.js';
import { hasKeys } from './key-places/index.js';
import { attempt, settled } from './lift.js';
import { NONE } from './looks/index.js';
import type { Lowered } from './lowered.js';

/** JSON text → lifted, checked and finished. Never throws. */
export function parseText(lowered: Lowered, schema: Finisher, text: string, maxDepth: number): Decoded<unknown> {
  const lifted = liftText(lowered, text, maxDepth);
  return 'issues' in lifted ? lifted : settled(schema.finish(lifted.value, lowered.givesJson), lifted.repairs);
}

/** The same for schemas that need promises. Never rejects. */
export async function parseTextAsync(
  lowered: Lowered,
  schema: Finisher,
  text: string,
  maxDepth: number,
): Promise<Decoded<unknown>> {
  const lifted = liftText(lowered, text, maxDepth);
  if ('issues' in lifted) return lifted;
  return settled(await schema.finishAsync(lifted.value, lowered.givesJson), lifted.repairs);
}

function liftText(lowered: Lowered, text: string, maxDepth: number): Lifted {
  const plain = plainValue(lowered, text, maxDepth);
  if (plain !== undefined) return { value: plain, repairs: [] };
  const read = readJson(text, { maxDepth });
  if (read.issues) return read;
  const lifted = attempt(() => lift(lowered, read.value, maxDepth, true));
  // Issues show values as the answer has them, not half lifted.
  return 'issues' in lifted ? attempt(() => lift(lowered, JSON.parse(text), maxDepth)) : lifted;
}

/** The value of a text that is just what was asked for, with nothing encoded: one look also proves that reading it lost nothing. */
function plainValue(lowered: Lowered, text: string, maxDepth: number): unknown {
  const { root } = lowered.document;
  if (typeof text !== 'string' || lowered.nature(root) === 'coded' || lowered.depth(root) > maxDepth) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const keys = lowered.looks.of(root)(value);
    return keys !== NONE && hasKeys(text, keys) ? value : undefined;
  } catch {
    return undefined;
  }
}
