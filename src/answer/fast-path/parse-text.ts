import { FAILED } from '../../codecs/codec.js';
import type { Decoded } from '../../compiled.js';
import type { Finisher } from '../../read/source.js';
import { finish, finishAsync, readText, settled } from '../lift.js';
import type { Lowered } from '../lowered.js';
import type { FastPath } from './index.js';

/** JSON text → lifted, checked and finished, in one walk where that will do. Never throws. */
export function parseText(path: FastPath, lowered: Lowered, schema: Finisher, text: string): Decoded<unknown> {
  const value = path.read(text);
  if (value !== FAILED) return settled(schema.finish(value, path.givesJson), []);
  return readText(text, path.maxDepth, (wire) => finish(lowered, schema, wire, path.maxDepth));
}

/** The same for schemas that need promises. Never rejects. */
export async function parseTextAsync(
  path: FastPath,
  lowered: Lowered,
  schema: Finisher,
  text: string,
): Promise<Decoded<unknown>> {
  const value = path.read(text);
  if (value !== FAILED) return settled(await schema.finishAsync(value, path.givesJson), []);
  return readText(text, path.maxDepth, (wire) => finishAsync(lowered, schema, wire, path.maxDepth));
}
