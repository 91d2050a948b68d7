import { argument } from '../../codecs/codec.js';
import { isRecord } from '../../ir/json.js';
import type { CodedShape } from '../../ir/shape.js';

/** How many keys a codec reads by itself, other than those of the parts that it has lifted. */
export function ownKeys(shape: CodedShape): (wire: unknown) => number {
  switch (shape.codec) {
    case 'entries':
    case 'map':
      return keysOfEntries;
    case 'fields': {
      const lists = argument<{ fields: { key: string; role?: string }[] }>(shape).fields.filter(
        ({ role }) => role === 'entries' || role === 'group',
      );
      return (wire) => lists.reduce((sum, { key }) => sum + keysOfEntries(isRecord(wire) ? wire[key] : undefined), keysOf(wire));
    }
    case 'node':
      return argument<{ value?: string }>(shape).value === undefined ? none : keysOf;
    case 'tuple':
      return shape.wire.kind === 'object' ? keysOf : none;
    default:
      return keysOf;
  }
}

function none(): number {
  return 0;
}

function keysOf(wire: unknown): number {
  return isRecord(wire) ? Object.keys(wire).length : 0;
}

function keysOfEntries(wire: unknown): number {
  let sum = 0;
  if (Array.isArray(wire)) for (const entry of wire) sum += keysOf(entry);
  return sum;
}
