import type { Json } from '../ir/json.js';
import { keyOf, quote } from './text.js';

const WIDTH = 120;
const DEEPEST_INDENT = 40;

/** A JSON value as a TypeScript expression that evaluates to an equal value, whatever its keys and texts are. */
export function literal(value: Json, indent = ''): string {
  return write(value, indent, indent.length);
}

/** `before`: columns taken on the line where the value starts. */
function write(value: Json, indent: string, before: number): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const line = oneLine(value, WIDTH - before);
  if (line !== undefined) return line;
  const inner = indent.length < DEEPEST_INDENT ? `${indent}  ` : indent;
  if (Array.isArray(value))
    return `[\n${value.map((item) => `${inner}${write(item, inner, inner.length)},\n`).join('')}${indent}]`;
  const entries = Object.keys(value).map((key) => {
    const start = `${inner}${keyOf(key)}: `;
    return `${start}${write(value[key] as Json, inner, start.length)},\n`;
  });
  return `{\n${entries.join('')}${indent}}`;
}

/** The value on one line, or undefined where that is wider than `room`. */
function oneLine(value: Json, room: number): string | undefined {
  if (room < 2) return undefined;
  if (typeof value !== 'object' || value === null) {
    const text = write(value, '', 0);
    return text.length <= room ? text : undefined;
  }
  const isList = Array.isArray(value);
  if (isList && value.length * 3 > room) return undefined;
  const parts: string[] = [];
  let left = room - 4;
  for (const key of Object.keys(value)) {
    const start = isList ? '' : `${keyOf(key)}: `;
    const inner = oneLine((value as { [key: string]: Json })[key] as Json, left - start.length);
    if (inner === undefined) return undefined;
    parts.push(start + inner);
    left -= start.length + inner.length + 2;
    if (left < -2) return undefined;
  }
  if (parts.length === 0) return isList ? '[]' : '{}';
  return isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
}
