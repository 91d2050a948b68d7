import type { Misbehaviour } from '../misbehaviour.js';
import type { Fields } from '../request/fields.js';
import { drifted } from './capitals.js';
import { broken, withOddNumbers, withRepeatedKeys } from './json-faults.js';
import { hasInput, isAnswer, isCall, type Piece, textPiece } from './piece.js';

const PROSE = 'Here is what you asked for:';

/** The schema that the text of a piece was made for: of the output format or of the tool it calls. */
export type SchemaOf = (piece: Piece) => Fields | undefined;

/** The content with what was asked to be wrong in it, but for what ends it early. */
export function spoiled(pieces: readonly Piece[], faults: Misbehaviour, schemaOf: SchemaOf): Piece[] {
  let result = pieces.map((piece) => (isAnswer(piece) ? spoiledPiece(piece, faults, schemaOf(piece)) : piece));
  if (faults.invalid) {
    const anyCall = result.some(isCall);
    result = result.map((piece) =>
      (anyCall ? isCall(piece) : isAnswer(piece)) ? { ...piece, text: broken(piece.text ?? '') } : piece,
    );
  }
  if (faults.blocks !== undefined && faults.blocks > 1) result = result.flatMap((piece) => split(piece, faults.blocks ?? 1));
  if (faults.prose) {
    const first = result.findIndex(isAnswer);
    result.splice(Math.max(0, first), 0, textPiece(typeof faults.prose === 'string' ? faults.prose : PROSE));
  }
  return result;
}

function spoiledPiece(piece: Piece, { capitals, numbers, duplicate }: Misbehaviour, schema: Fields | undefined): Piece {
  let text = piece.text ?? '';
  if (capitals && schema) text = inOtherCapitals(text, schema);
  const isJson = schema !== undefined || hasInput(piece);
  if (numbers && isJson) text = withOddNumbers(text);
  if (duplicate && isJson) text = withRepeatedKeys(text);
  return { ...piece, text };
}

function inOtherCapitals(text: string, schema: Fields): string {
  try {
    return JSON.stringify(drifted(JSON.parse(text), schema, schema));
  } catch {
    return text;
  }
}

function split(piece: Piece, blocks: number): Piece[] {
  const points = piece.block.type === 'text' ? [...(piece.text ?? '')] : [];
  if (points.length < 2) return [piece];
  const size = Math.ceil(points.length / blocks);
  const count = Math.ceil(points.length / size);
  return Array.from({ length: count }, (_, index) => ({
    ...piece,
    text: points.slice(index * size, (index + 1) * size).join(''),
  }));
}

/** The pieces up to so many bytes of text and inputs; a character is never cut in two, and what comes after is not there. */
export function cut(pieces: readonly Piece[], bytes: number): Piece[] {
  const kept: Piece[] = [];
  let left = bytes;
  for (const piece of pieces) {
    if (!isAnswer(piece)) {
      kept.push(piece);
      continue;
    }
    const text = piece.text ?? '';
    const size = Buffer.byteLength(text);
    if (size <= left) {
      kept.push(piece);
      left -= size;
      continue;
    }
    const start = firstBytes(text, left);
    if (start !== '') kept.push({ ...piece, text: start });
    break;
  }
  return kept;
}

function firstBytes(text: string, bytes: number): string {
  const encoded = Buffer.from(text);
  let end = bytes;
  while (end > 0 && ((encoded[end] as number) & 0xc0) === 0x80) end--;
  return encoded.subarray(0, end).toString();
}
