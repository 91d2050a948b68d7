import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { JsonSchema } from '../compiled.js';
import { isRecord, type Json, setOwn } from '../ir/json.js';

/** SHA-256 of the wire schema, order kept, without titles and descriptions: the API's documented rule for its grammar cache. */
export function fingerprintOf(wire: JsonSchema): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(structure(wire)))));
}

/** Of several grammars that are compiled together, in their order. */
export function fingerprintOfAll(fingerprints: readonly string[]): string {
  const [only] = fingerprints;
  return fingerprints.length === 1 && only ? only : bytesToHex(sha256(utf8ToBytes(JSON.stringify(fingerprints))));
}

const NAMES = new Set(['properties', '$defs', 'definitions']);
const DATA = new Set(['enum', 'const', 'default', 'examples']);

function structure(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(structure);
  if (!isRecord(schema)) return schema;
  const kept: Record<string, Json> = {};
  for (const [keyword, value] of Object.entries(schema) as [string, Json][]) {
    if (keyword === 'title' || keyword === 'description') continue;
    if (DATA.has(keyword)) kept[keyword] = value;
    else if (NAMES.has(keyword) && isRecord(value)) {
      const named: Record<string, Json> = {};
      for (const [name, inner] of Object.entries(value) as [string, Json][]) setOwn(named, name, structure(inner));
      kept[keyword] = named;
    } else kept[keyword] = structure(value);
  }
  return kept;
}
