import type { ReplyBlock } from '../reply.js';

/** A block of an answer: what opens it, and the text that then comes in bit by bit. */
export interface Piece {
  readonly block: ReplyBlock;
  /** The text, the thinking, or the input as JSON text; undefined for a block that comes whole. */
  readonly text?: string;
}

const INPUTS = new Set(['tool_use', 'server_tool_use', 'mcp_tool_use']);

export function isCall({ block }: Piece): boolean {
  return block.type === 'tool_use';
}

export function hasInput({ block }: Piece): boolean {
  return INPUTS.has(block.type);
}

/** Whether the text of a piece is the model's answer: prose, JSON, or what it calls a tool with. */
export function isAnswer({ block }: Piece): boolean {
  return block.type === 'text' || block.type === 'tool_use';
}

export function textPiece(text: string): Piece {
  return { block: { type: 'text', citations: null }, text };
}

export function pieceOf(block: ReplyBlock): Piece {
  if (INPUTS.has(block.type)) {
    const { input = {}, ...rest } = block;
    return { block: rest as ReplyBlock, text: JSON.stringify(input) };
  }
  if (block.type === 'text') {
    const { text, ...rest } = block;
    return { block: { citations: null, ...rest } as ReplyBlock, text: String(text ?? '') };
  }
  if (block.type === 'thinking') {
    const { thinking, ...rest } = block;
    return { block: { signature: 'c2lnbmF0dXJl', ...rest } as ReplyBlock, text: String(thinking ?? '') };
  }
  return { block };
}

/** A piece as JSON text of its block. Inputs go in as they were written, digits and repeated keys included. */
export function blockText(piece: Piece): string {
  const { block, text } = piece;
  if (text === undefined) return JSON.stringify(block);
  if (hasInput(piece)) return `${JSON.stringify(block).slice(0, -1)},"input":${whole(text)}}`;
  return JSON.stringify({ ...block, [block.type]: text });
}

/** An object's JSON text, with what a cut left incomplete taken away. */
export function whole(text: string): string {
  if (isJson(text)) return text;
  let depth = 0;
  let inText = false;
  let end = text.indexOf('{') + 1;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (inText) {
      if (sign === '\\') at++;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    else if (sign === ',' && depth === 1 && isJson(`${text.slice(0, at)}}`)) end = at;
  }
  return end > 0 ? `${text.slice(0, end)}}` : '{}';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
